import './history.css'
import { Match, onMount, Switch } from 'solid-js'
import { slugOfPage } from '../core/api.ts'
import { Notice } from '../judge/Notice.tsx'
import { Press } from '../ui/buttons/Press.tsx'
import { HistorySheet } from './HistorySheet.tsx'
import { createHistory } from './history-reading.ts'

/** What was done when, for the organiser: every cue, every decision, and in the end every edit of a ballot. */
export function HistoryPage() {
  const slug = slugOfPage()
  const { told, problem, read } = createHistory(slug)
  const outside = () => problem()?.status === 401 || problem()?.status === 403
  onMount(read)

  return (
    <Switch>
      <Match when={problem()?.code === 'no-such-event'}>
        <Notice title="There is no event at this address">
          <p>Check the address, or open the organiser’s link and go on from there.</p>
        </Notice>
      </Match>
      <Match when={outside()}>
        <Notice title="The history is for the organiser">
          <p>
            {problem()?.code === 'key-needed'
              ? 'Open the organiser’s link in this browser once; after that this page knows you.'
              : `${problem()?.title}.`}
          </p>
          <a class="button quiet" href={`/e/${slug}`}>
            Follow the event
          </a>
        </Notice>
      </Match>
      <Match when={told()}>{(all) => <HistorySheet told={all()} problem={problem()} onAgain={read} />}</Match>
      <Match when={problem()}>
        {(no) => (
          <Notice title="The history could not be read">
            <p>{no().title}. Nothing is lost.</p>
            <Press loud onPress={read}>
              Try again
            </Press>
          </Notice>
        )}
      </Match>
    </Switch>
  )
}
