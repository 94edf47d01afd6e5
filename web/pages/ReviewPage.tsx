import { createSignal, Match, onMount, Show, Switch } from 'solid-js'
import { slugOfPage, tradeKey } from '../client/api.ts'
import { type Organised, readOrganised } from '../client/organising.ts'
import { createWayIn } from '../client/way-in.ts'
import { Notice } from './judge/Notice.tsx'
import { ReviewRoom } from './review/ReviewRoom.tsx'

/** How safe the result is, for the organiser between the close and the reveal. */
export function ReviewPage() {
  const slug = slugOfPage()
  const [read, setRead] = createSignal<Omit<Organised, 'links'>>()
  const wayIn = createWayIn(async () => setRead(await readOrganised(slug)))
  onMount(async () => {
    // The organiser's key is taken here, or the way in would lead to the page that the organiser's link is for.
    await tradeKey().catch(() => {})
    wayIn.open()
  })

  return (
    <Switch>
      <Match when={wayIn.state() === 'nowhere'}>
        <Notice title="There is no event at this address">
          <p>Check the address, or open the organiser’s link and go on from there.</p>
        </Notice>
      </Match>
      <Match when={wayIn.state() === 'outside'}>
        <Notice title="The review is for the organiser">
          <p>
            {wayIn.problem()?.code === 'key-needed'
              ? 'Open the organiser’s link in this browser once; after that this page knows you.'
              : `${wayIn.problem()?.title}.`}
          </p>
          <p>Everyone else sees the result once it has been revealed.</p>
          <a class="button quiet" href={`/e/${slug}`}>
            Follow the event
          </a>
        </Notice>
      </Match>
      <Match when={wayIn.state() === 'away'}>
        <Notice title="The server cannot be reached">
          <p>{wayIn.problem()?.title}. Nothing is lost.</p>
          <button class="button" type="button" onClick={() => wayIn.open()}>
            Try again
          </button>
        </Notice>
      </Match>
      <Match when={wayIn.state() === 'inside'}>
        <Show when={read()}>{(all) => <ReviewRoom slug={slug} read={all()} />}</Show>
      </Match>
    </Switch>
  )
}
