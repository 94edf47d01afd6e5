import { Match, Show, Switch } from 'solid-js'
import { tableWords } from '../../../api/rules/words/table-words.ts'
import type { Following } from '../following.ts'
import type { Judging } from '../judging.ts'
import { createSuggestion } from './suggestion.ts'

/** Where to go next in the showcase. It can be passed over; every other team stays open. */
export function WhereNext(props: { judging: Judging; following: Following }) {
  const suggestion = createSuggestion(props.judging)
  const heading = () => {
    const table = tableWords(suggestion.entry()!)
    if (!suggestion.begun()) return table ? `Please begin at ${table.toLowerCase()}` : 'Please begin here'
    return table ? `Next: ${table.toLowerCase()}` : 'Next'
  }
  return (
    <section aria-label="Where next" data-where-next>
      <Switch fallback={<p class="dim">One moment…</p>}>
        <Match when={suggestion.entry()}>
          {(entry) => (
            <>
              <h2>{heading()}</h2>
              <p>
                <strong dir="auto">{entry().team}</strong>
                <br />
                <span dir="auto">{entry().title}</span>
              </p>
              <button
                class="button"
                type="button"
                onClick={() => props.following.open({ on: 'ballot', entryId: entry().id })}
              >
                We are here: score <span dir="auto">{entry().team}</span>
              </button>
              <Show when={suggestion.others()}>
                <button class="button quiet" type="button" onClick={suggestion.passOver}>
                  Somewhere else, please
                </button>
              </Show>
              <p class="dim">Or scan the card on any table. The order is yours.</p>
            </>
          )}
        </Match>
        <Match when={suggestion.done()}>
          <h2>You have been to every table</h2>
          <p>Thank you. You can change your scores until scoring closes.</p>
        </Match>
      </Switch>
    </section>
  )
}
