import { createSignal, For, Show } from 'solid-js'
import { countOf } from '../../../api/rules/words/plural.ts'
import type { Problem } from '../../core/api.ts'
import { problemSentence } from '../../core/form.ts'
import { lengthWords, plannedSeconds } from '../check-list.ts'
import { ImportPanel } from '../import/ImportPanel.tsx'
import { readTeams } from '../import/import-teams.ts'
import { createImport } from '../import/importing.ts'
import { createLinkSending } from '../links/link-sending.ts'
import type { Organising } from '../organising.ts'
import { moveTo, type Teams } from '../organising-teams.ts'
import { createOpenRow } from '../table/open-row.ts'
import * as styles from '../table/table.module.css'
import { AddTeam } from './AddTeam.tsx'
import { TeamEditor } from './TeamEditor.tsx'
import { TeamsMore } from './TeamsMore.tsx'
import { TeamTable } from './TeamTable.tsx'

export function TeamsSection(props: { organising: Organising; teams: Teams }) {
  const [message, setMessage] = createSignal('')
  const [problem, setProblem] = createSignal<Problem>()
  const now = props.organising.now
  const sending = createLinkSending(props.organising)
  const list = createImport({
    ...{ kind: 'teams', singular: 'team', plural: 'teams' },
    read: (rows, layout) => readTeams(rows, layout, now.entries, now.event.challenges),
    unusedFields: () => (now.event.challenges.length > 0 ? [] : ['challenges']),
    send: props.teams.addMany,
  })
  const ids = () => now.entries.map((entry) => entry.id)
  const open = () => now.event.phase === 'setup' || now.event.phase === 'live'
  const scored = () => now.entries.filter((entry) => !entry.warmUp)
  let heading!: HTMLHeadingElement
  const rows = createOpenRow(() => heading)

  function order(next: string[], words: string) {
    setProblem(undefined)
    setMessage(words)
    props.teams.order(next, setProblem)
  }
  function move(id: string, place: number) {
    const team = now.entries.find((entry) => entry.id === id)?.team
    if (place >= 0 && place < now.entries.length)
      order(moveTo(ids(), id, place), `${team} is now number ${place + 1} of ${now.entries.length}`)
  }

  return (
    <section class="section" id="teams" aria-labelledby="teams-title">
      <header>
        <h2 id="teams-title" ref={heading} tabindex="-1">
          Teams
        </h2>
        <p class="dim">
          <Show
            when={now.entries.length}
            fallback="The teams, in the order they come on stage. Add one, or import a list from a file or a spreadsheet."
          >
            {countOf(scored().length, 'team')}, in the order they come on stage: {lengthWords(plannedSeconds(now))} in
            all
          </Show>
        </p>
      </header>
      <div class={styles.split} data-editing={rows.openId() === undefined ? undefined : ''}>
        <div class={styles.list}>
          <Show when={now.entries.length}>
            <TeamTable organising={props.organising} sending={sending} rows={rows} locked={!open()} onMove={move} />
          </Show>
          <p class="spoken" role="status">
            {message()}
          </p>
          <Show when={problem()}>
            {(no) => (
              <p class="form-problem" role="alert">
                {problemSentence(no())}
              </p>
            )}
          </Show>
          <Show when={open()} fallback={<p class="dim">Scoring has closed, so no team can be added any more.</p>}>
            <ImportPanel
              label="Import a list of teams"
              hint="Devpost’s project export is recognised by its headings; any other list works too."
              list={list}
            />
          </Show>
          <Show when={open() || now.entries.length}>
            <TeamsMore organising={props.organising} teams={props.teams} open={open()} onOrder={order} />
          </Show>
        </div>
        <Show when={open()}>
          <div class={styles.editor} hidden={rows.openId() !== undefined || undefined}>
            <AddTeam organising={props.organising} teams={props.teams} />
          </div>
        </Show>
        <For each={rows.mountedIds()}>
          {(id) => (
            <TeamEditor
              id={id}
              organising={props.organising}
              teams={props.teams}
              sending={sending}
              rows={rows}
              locked={!open()}
              onMove={(place) => move(id, place)}
            />
          )}
        </For>
      </div>
    </section>
  )
}
