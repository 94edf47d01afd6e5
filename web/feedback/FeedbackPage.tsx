import './feedback.css'
import { createSignal, onMount, Show } from 'solid-js'
import { slugOfPage, tradeKey } from '../core/api.ts'
import { createWayIn } from '../core/page-access.ts'
import { type Organised, readOrganised } from '../organise/organising.ts'
import { WayInPage } from '../ui/page/WayInPage.tsx'
import { FeedbackRoom } from './FeedbackRoom.tsx'

const words = {
  lost: 'Check the address, or open the organiser’s link and go on from there.',
  closed: 'The judges’ comments are for the organiser first',
  open: 'Open the organiser’s link in this browser once; after that this page knows you.',
  others: 'Teams find theirs on their own page, once the result is published.',
}

/** The organiser reads what the judges wrote before the teams do. */
export function FeedbackPage() {
  const slug = slugOfPage()
  const [read, setRead] = createSignal<Omit<Organised, 'links'>>()
  const wayIn = createWayIn(async () => setRead(await readOrganised(slug)))
  onMount(async () => {
    // The organiser's key is taken here, or the way in would lead to the page that the organiser's link is for.
    await tradeKey().catch(() => {})
    wayIn.open()
  })

  return (
    <WayInPage slug={slug} wayIn={wayIn} words={words}>
      <Show when={read()}>{(all) => <FeedbackRoom slug={slug} read={all()} />}</Show>
    </WayInPage>
  )
}
