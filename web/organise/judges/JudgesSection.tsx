import { For, Show } from 'solid-js'
import { CopyText } from '../../ui/buttons/CopyText.tsx'
import { Press } from '../../ui/buttons/Press.tsx'
import { ShowAll } from '../../ui/buttons/ShowAll.tsx'
import { createTruncatedList } from '../../ui/buttons/truncated-list.ts'
import { ImportPanel } from '../import/ImportPanel.tsx'
import { readJudges } from '../import/import-judges.ts'
import { createImport } from '../import/importing.ts'
import type { Organising } from '../organising.ts'
import type { Panel } from '../organising-judges.ts'
import { AddJudge } from './AddJudge.tsx'
import { JudgeRow } from './JudgeRow.tsx'

const admissionWords = {
  open: 'Whoever scans the code in the room and gives a name judges at once.',
  desk: 'Whoever scans the code and gives a name waits here and at the desk until you let them in.',
  link: 'Judges come in by personal link only: add each one and send them their link.',
}

export function JudgesSection(props: { organising: Organising; panel: Panel }) {
  const now = props.organising.now
  const list = createImport({
    ...{ kind: 'judges', singular: 'judge', plural: 'judges' },
    read: (rows, layout) => readJudges(rows, layout, now.judges),
    send: props.panel.addMany,
  })
  const rank = { waiting: 0, admitted: 1, removed: 2 }
  const judges = () => [...now.judges].sort((a, b) => rank[a.status] - rank[b.status])
  const proposesDesk = () =>
    now.event.admission === 'open' && now.judges.some((judge) => judge.status === 'admitted' && !judge.arrived)
  const truncated = createTruncatedList(judges)
  const table = () =>
    now.judges
      .filter((judge) => now.links[judge.id] && judge.status !== 'removed')
      .map((judge) => `${judge.name}\t${now.links[judge.id]}`)
  return (
    <section class="section" id="judges" aria-labelledby="judges-title">
      <header>
        <h2 id="judges-title">Judges</h2>
        <p class="dim">
          {admissionWords[now.event.admission]} <a href="#event">Change how judges come in</a>
        </p>
      </header>
      <Show when={proposesDesk()}>
        <div class="stack">
          <p>
            You have a list of judges. Shall the desk admit whoever else joins with the code in the room? At present
            anyone there judges at once.
          </p>
          <div class="buttons">
            <Press loud onPress={() => props.organising.saveEvent({ admission: 'desk' })}>
              Let the desk admit
            </Press>
          </div>
        </div>
      </Show>
      <Show when={now.judges.length}>
        <ul class="rows">
          <For each={truncated.visible()}>
            {(judge) => (
              <JudgeRow
                judge={judge}
                link={now.links[judge.id]}
                finished={props.organising.finishedBy(judge.id)}
                panel={props.panel}
              />
            )}
          </For>
        </ul>
      </Show>
      <ShowAll list={truncated} many="judges" />
      <Show when={table().length > 1}>
        <CopyText
          label="Judge and link, one a line"
          hint="Those added since this page was opened. Copy them now: later, only new links can be made."
          text={table().join('\n')}
          rows={Math.min(8, table().length)}
        />
      </Show>
      <AddJudge panel={props.panel} />
      <ImportPanel
        label="Import a list of judges"
        hint="Eventbrite’s attendee export is known by its headings; any other list works as well."
        list={list}
      />
    </section>
  )
}
