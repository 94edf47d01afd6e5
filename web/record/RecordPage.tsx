import './record.css'
import { Match, onMount, Switch } from 'solid-js'
import { slugOfPage } from '../core/api.ts'
import { Notice } from '../judge/Notice.tsx'
import { Press } from '../ui/buttons/Press.tsx'
import { RecordSheet } from './RecordSheet.tsx'
import { createRecorded } from './recorded.ts'

/** One page for the file: how the result came about, and who released it. */
export function RecordPage() {
  const slug = slugOfPage()
  const { recorded, problem, read } = createRecorded(slug)
  onMount(read)

  return (
    <Switch>
      <Match when={recorded()}>{(all) => <RecordSheet recorded={all()} />}</Match>
      <Match when={problem()?.code === 'no-such-event'}>
        <Notice title="There is no event at this address">
          <p>Check the address, or enter the code that is on the screen in the room.</p>
          <a class="button" href="/">
            Enter the code
          </a>
        </Notice>
      </Match>
      <Match when={problem()?.code === 'results-sealed'}>
        <Notice title="The record opens when the result is published">
          <p>Until the room has seen the whole result, nobody else can read it.</p>
          <Press onPress={read}>Look again</Press>
          <a class="button quiet" href={`/e/${slug}`}>
            Follow the event
          </a>
        </Notice>
      </Match>
      <Match when={problem()}>
        {(no) => (
          <Notice title="The record could not be read">
            <p>{no().title}.</p>
            <Press loud onPress={read}>
              Try again
            </Press>
          </Notice>
        )}
      </Match>
    </Switch>
  )
}
