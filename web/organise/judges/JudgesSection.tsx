import { For, Show } from 'solid-js'
import { countOf } from '../../../api/rules/words/plural.ts'
import { Press } from '../../ui/buttons/Press.tsx'
import { ImportPanel } from '../import/ImportPanel.tsx'
import { readJudges } from '../import/import-judges.ts'
import { createImport } from '../import/importing.ts'
import { createLinkSending } from '../links/link-sending.ts'
import type { Organising } from '../organising.ts'
import type { Panel } from '../organising-judges.ts'
import { createOpenRow } from '../table/open-row.ts'
import * as styles from '../table/table.module.css'
import { AddJudge } from './AddJudge.tsx'
import { AdmissionForm } from './AdmissionForm.tsx'
import { JudgeEditor } from './JudgeEditor.tsx'
import { JudgeTable } from './JudgeTable.tsx'

export function JudgesSection(props: { organising: Organising; panel: Panel }) {
  const now = props.organising.now
  const sending = createLinkSending(props.organising)
  const list = createImport({
    ...{ kind: 'judges', singular: 'judge', plural: 'judges' },
    read: (rows, layout) => readJudges(rows, layout, now.judges),
    send: props.panel.addMany,
  })
  const onPanel = () => now.judges.filter((judge) => judge.status === 'admitted')
  const proposesDesk = () => now.event.admission === 'open' && onPanel().some((judge) => !judge.arrived)
  let heading!: HTMLHeadingElement
  const rows = createOpenRow(() => heading)
  return (
    <section class="section" id="judges" aria-labelledby="judges-title">
      <header>
        <h2 id="judges-title" ref={heading} tabindex="-1">
          Judges
        </h2>
        <p class="dim">
          {onPanel().length > 0
            ? `${countOf(onPanel().length, 'judge')} on the panel`
            : 'Nobody is on the panel yet. Add a judge, or import a list.'}
        </p>
      </header>
      <AdmissionForm organising={props.organising} />
      <Show when={proposesDesk()}>
        <div class="buttons">
          <p>You have a list of judges. Should the desk let in anyone else who scans the code?</p>
          <Press loud onPress={() => props.organising.saveEvent({ admission: 'desk' })}>
            Let the desk decide
          </Press>
        </div>
      </Show>
      <div class={styles.split} data-editing={rows.openId() === undefined ? undefined : ''}>
        <div class={styles.list}>
          <Show when={now.judges.length}>
            <JudgeTable organising={props.organising} panel={props.panel} sending={sending} rows={rows} />
          </Show>
          <ImportPanel
            label="Import a list of judges"
            hint="Eventbrite’s attendee export is recognised by its headings; any other list works too."
            list={list}
          />
        </div>
        <div class={styles.editor} hidden={rows.openId() !== undefined || undefined}>
          <AddJudge organising={props.organising} panel={props.panel} />
        </div>
        <For each={rows.mountedIds()}>
          {(id) => (
            <JudgeEditor id={id} organising={props.organising} panel={props.panel} sending={sending} rows={rows} />
          )}
        </For>
      </div>
    </section>
  )
}
