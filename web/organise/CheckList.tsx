import { For, Show } from 'solid-js'
import { plural } from '../../api/rules/words/plural.ts'
import { type Check, checkList } from './check-list.ts'
import type { Organised } from './organising.ts'

const marks: Record<Check['state'], string> = { missing: '!', worth: '+', done: '✓' }
const words: Record<Check['state'], string> = { missing: 'Missing: ', worth: 'Worth doing: ', done: 'There: ' }

export function CheckList(props: { now: Organised }) {
  const checks = () => checkList(props.now, Date.now())
  const missing = () => checks().filter((check) => check.state === 'missing').length
  const title = () => {
    if (props.now.event.phase === 'live') return 'The show is on'
    if (props.now.event.phase !== 'setup') return 'The show is over'
    if (missing() === 0) return 'Ready for the doors to open'
    return plural(missing(), { one: 'One thing is missing', other: `${missing()} things are missing` })
  }
  return (
    <section class="section" id="check" aria-labelledby="check-title">
      <header>
        <h2 id="check-title">{title()}</h2>
        <Show when={missing() === 0 && props.now.event.phase === 'setup'}>
          <p class="dim">
            You open them at the <a href={`/present/${props.now.event.slug}/desk`}>desk</a>.
          </p>
        </Show>
      </header>
      <ul class="checks">
        <For each={checks()}>
          {(check) => (
            <li class={`check ${check.state}`}>
              <span class="check-mark" aria-hidden="true">
                {marks[check.state]}
              </span>
              <p>
                <span class="spoken">{words[check.state]}</span>
                {check.text}
              </p>
              <a href={`#${check.id}`}>
                {check.act}
                <Show when={check.state === 'done'}>
                  <span class="spoken">: look at it again</span>
                </Show>
              </a>
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}
