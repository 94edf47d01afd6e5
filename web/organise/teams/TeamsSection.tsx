import { createSignal, For, Show } from 'solid-js'
import type { Problem } from '../../core/api.ts'
import { problemSentence } from '../../core/form.ts'
import { ShowAll } from '../../ui/buttons/ShowAll.tsx'
import { createTruncatedList } from '../../ui/buttons/truncated-list.ts'
import { lengthWords, plannedSeconds } from '../check-list.ts'
import { FreezeEntries } from '../event/FreezeEntries.tsx'
import { ImportPanel } from '../import/ImportPanel.tsx'
import { readTeams } from '../import/import-teams.ts'
import { createImport } from '../import/importing.ts'
import type { Organising } from '../organising.ts'
import { moveTo, type Teams } from '../organising-teams.ts'
import { AddTeam } from './AddTeam.tsx'
import { DrawOrder } from './DrawOrder.tsx'
import { TeamLinks } from './TeamLinks.tsx'
import { TeamRow } from './TeamRow.tsx'
import { WarmUps } from './WarmUps.tsx'

export function TeamsSection(props: { organising: Organising; teams: Teams }) {
  const [message, setMessage] = createSignal('')
  const [problem, setProblem] = createSignal<Problem>()
  const now = props.organising.now
  const list = createImport({
    ...{ kind: 'teams', singular: 'team', plural: 'teams' },
    read: (rows, layout) => readTeams(rows, layout, now.entries, now.event.challenges),
    unusedFields: () => (now.event.challenges.length > 0 ? [] : ['challenges']),
    send: props.teams.addMany,
  })
  const truncated = createTruncatedList(() => now.entries)
  const ids = () => now.entries.map((entry) => entry.id)
  const open = () => now.event.phase === 'setup' || now.event.phase === 'live'
  const scored = () => now.entries.filter((entry) => !entry.warmUp)
  let heading!: HTMLHeadingElement

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
            {scored().length} in the order they come on stage, {lengthWords(plannedSeconds(now))} as planned
          </Show>
        </p>
      </header>
      <Show when={now.entries.length}>
        <ol class="rows">
          <For each={truncated.visible()}>
            {(entry) => (
              <TeamRow
                entry={entry}
                event={now.event}
                place={now.entries.indexOf(entry)}
                of={now.entries.length}
                link={now.links[entry.id]}
                locked={!open()}
                teams={props.teams}
                onMove={(place) => move(entry.id, place)}
                onGone={() => heading.focus()}
              />
            )}
          </For>
        </ol>
        <ShowAll list={truncated} many="teams" />
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
        <AddTeam teams={props.teams} />
        <ImportPanel
          label="Import a list of teams"
          hint="Devpost’s project export is known by its headings; any other list works as well."
          list={list}
        />
      </Show>
      <Show when={open() && now.entries.every((entry) => !entry.shown)}>
        <hr class="rule" />
        <WarmUps organising={props.organising} teams={props.teams} />
        <Show when={scored().length > 1}>
          <hr class="rule" />
          <DrawOrder organising={props.organising} teams={props.teams} onOrder={order} />
        </Show>
      </Show>
      <Show when={now.entries.length}>
        <hr class="rule" />
        <FreezeEntries organising={props.organising} />
        <TeamLinks organising={props.organising} teams={props.teams} />
      </Show>
    </section>
  )
}
