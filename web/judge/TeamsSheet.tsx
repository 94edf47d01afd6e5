import { createSignal, For, type JSX, onMount, Show } from 'solid-js'
import type { Entry } from '../../api/schema/entry.ts'
import { isSaved } from '../ballot/held-ballot.ts'
import { placeOf } from '../core/words/place-words.ts'
import { OwnScores } from './ballot/OwnScores.tsx'
import type { Following } from './following.ts'
import type { Judging } from './judging.ts'
import { TeamRow } from './TeamRow.tsx'

type Props = { judging: Judging; following: Following; children: JSX.Element }

export function TeamsSheet(props: Props) {
  let heading!: HTMLHeadingElement
  const { ballots, finished, openIds } = props.judging
  const entries = props.judging.scored
  const warmUps = () => props.judging.liveEvent.entries().filter((entry) => entry.warmUp)
  const toCome = () => entries().filter((entry) => !openIds().has(entry.id) && !finished(entry.id))
  const groups = () => [
    { title: 'Left to score', teams: entries().filter((entry) => openIds().has(entry.id) && !finished(entry.id)) },
    { title: 'Done', teams: entries().filter((entry) => finished(entry.id)) },
    { title: 'Still to come', teams: toCome().filter((entry) => !entry.skipped) },
    { title: 'Passed over', teams: toCome().filter((entry) => entry.skipped) },
    { title: 'Warm-ups, not scored', teams: warmUps() },
  ]
  const [scoresShown, setScoresShown] = createSignal(false)
  const saved = (entry: Entry) => {
    const held = ballots.outbox()[entry.id]
    return !held || isSaved(held)
  }
  const seenCount = () => entries().filter((entry) => openIds().has(entry.id)).length
  function note(entry: Entry): string {
    const paper = ballots.paper(entry.id)
    const criteria = props.judging.criteria(entry.id)
    const answeredCount = criteria.filter((criterion) => paper.scores[criterion.id] !== undefined).length
    if (paper.recused) return 'Stepped aside'
    if (finished(entry.id)) return saved(entry) ? 'Scored' : 'Scored, not sent yet'
    if (props.judging.onStage()?.id === entry.id) return 'On stage'
    return answeredCount ? `${answeredCount} of ${criteria.length}` : ''
  }
  onMount(() => {
    heading.focus({ preventScroll: true })
    scrollTo(0, 0)
  })

  return (
    <>
      <header class="band">
        <p>{props.judging.liveEvent.event()?.name}</p>
        <h1 ref={heading} tabindex="-1">
          All teams
        </h1>
        <p>
          {seenCount()} of {entries().length} {props.judging.walking() ? 'open to score' : 'seen so far'}
        </p>
      </header>
      <main class="sheet">
        <Show when={entries().some((entry) => finished(entry.id))}>
          <button class="button quiet" type="button" onClick={() => setScoresShown(!scoresShown())}>
            {scoresShown() ? 'Hide my scores' : 'Show all my scores'}
          </button>
        </Show>
        <For each={groups()}>
          {(group) => (
            <Show when={group.teams.length}>
              <section>
                <h2>
                  {group.title} <span class="dim">({group.teams.length})</span>
                </h2>
                <ul class="rows">
                  <For each={group.teams}>
                    {(entry) => (
                      <TeamRow
                        entry={entry}
                        number={placeOf(entry, props.judging.liveEvent.entries())}
                        note={note(entry)}
                        onOpen={() => props.following.open({ on: 'ballot', entryId: entry.id })}
                      >
                        <Show when={scoresShown() && Object.keys(ballots.paper(entry.id).scores).length > 0}>
                          <OwnScores
                            scores={ballots.paper(entry.id).scores}
                            criteria={props.judging.criteria(entry.id)}
                          />
                        </Show>
                      </TeamRow>
                    )}
                  </For>
                </ul>
              </section>
            </Show>
          )}
        </For>
        {props.children}
      </main>
    </>
  )
}
