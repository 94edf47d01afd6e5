import { For, Show } from 'solid-js'
import { countOf, plural } from '../../../api/rules/words/plural.ts'
import type { Judge } from '../../../api/schema/judge.ts'
import { Press } from '../../ui/buttons/Press.tsx'
import * as styles from '../organise.module.css'
import type { Organising } from '../organising.ts'
import type { Panel } from '../organising-judges.ts'

export function PeopleHere(props: { organising: Organising; panel: Panel }) {
  const judges = () => props.organising.now.judges
  const admitted = () => judges().filter((judge) => judge.status === 'admitted')
  const groups = () => [
    { name: 'Waiting to be let in', judges: judges().filter((judge) => judge.status === 'waiting') },
    { name: 'Here', judges: admitted().filter((judge) => judge.arrived && !judge.away) },
    { name: 'Stepped out', judges: admitted().filter((judge) => judge.arrived && judge.away) },
    { name: 'Not here yet', judges: admitted().filter((judge) => !judge.arrived) },
  ]
  const screens = () => {
    const others = Math.max(0, props.organising.listening() - 1)
    if (others === 0) return 'No other screen or phone follows at the moment.'
    return plural(others, {
      one: 'One screen or phone follows at the moment.',
      other: `${others} screens and phones follow at the moment.`,
    })
  }
  const ready = () => props.organising.now.entries.filter((entry) => props.organising.ready().includes(entry.id))
  const about = (judge: Judge) => [judge.role, judge.organisation].filter(Boolean).join(', ')
  return (
    <section class="section" aria-labelledby="people-here-title">
      <header>
        <h2 id="people-here-title">Who is here</h2>
        <p class="dim">{screens()}</p>
      </header>
      <Show when={judges().length === 0}>
        <p>No judge has come yet. They scan the code on the stage, or open their own link.</p>
      </Show>
      <For each={groups().filter((group) => group.judges.length > 0)}>
        {(group) => (
          <div class="stack">
            <h3>
              {group.name}: {countOf(group.judges.length, 'judge')}
            </h3>
            <ul class="rows">
              <For each={group.judges}>
                {(judge) => (
                  <li class={styles.teamLine}>
                    <p class="row-main">
                      <strong dir="auto">{judge.name}</strong>
                      <span dir="auto">{about(judge)}</span>
                    </p>
                    <Show when={judge.status === 'waiting'}>
                      <Press onPress={() => props.panel.admit(judge.id)}>
                        Let in<span class="spoken"> {judge.name}</span>
                      </Press>
                    </Show>
                  </li>
                )}
              </For>
            </ul>
          </div>
        )}
      </For>
      <Show when={ready().length}>
        <div class="stack">
          <h3>Teams that say they are ready</h3>
          <p dir="auto">
            {ready()
              .map((entry) => entry.team)
              .join(', ')}
          </p>
        </div>
      </Show>
    </section>
  )
}
