import './print.css'
import { createSignal, onMount, Show } from 'solid-js'
import { slugOfPage, tradeKey } from '../core/api.ts'
import { createWayIn } from '../core/page-access.ts'
import { type Organised, readOrganised } from '../organise/organising.ts'
import { WayInPage } from '../ui/page/WayInPage.tsx'
import { PrintRoom } from './PrintRoom.tsx'

const words = {
  lost: 'Check the address, or open the organiser’s link and go on from there.',
  closed: 'Printing is for the organiser',
  open: 'Open the organiser’s link in this browser once; after that this page knows you.',
}

/** What the evening needs on paper, seen as it will come out of the printer. */
export function PrintPage() {
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
      <Show when={read()}>{(all) => <PrintRoom slug={slug} read={all()} />}</Show>
    </WayInPage>
  )
}
