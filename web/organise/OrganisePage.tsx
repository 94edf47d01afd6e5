import './organise.css'
import { createSignal, onMount, Show } from 'solid-js'
import { slugOfPage } from '../core/api.ts'
import { createWayIn } from '../core/page-access.ts'
import { WayInPage } from '../ui/page/WayInPage.tsx'
import { OrganisingPage } from './OrganisingPage.tsx'
import { type Organised, readOrganised } from './organising.ts'

const words = {
  lost: 'Check the address, or open the link that was shown when the event was set up.',
  closed: 'This page opens with the organiser’s link',
  open: 'It was shown when the event was set up. Open it in this browser once; after that this page knows you.',
}

/** The key of an event that was set up a moment ago, to be shown this once. Read before the address is cleaned. */
function newKey(): string | undefined {
  const given = new URLSearchParams(location.hash.slice(1))
  return given.has('new') ? (given.get('k') ?? undefined) : undefined
}

/** The organiser's laptop: everything about one event, on one page. */
export function OrganisePage() {
  const slug = slugOfPage()
  const fresh = newKey()
  const [read, setRead] = createSignal<Omit<Organised, 'links'>>()
  const wayIn = createWayIn(async () => setRead(await readOrganised(slug)))
  onMount(() => wayIn.open())

  return (
    <WayInPage slug={slug} wayIn={wayIn} words={words}>
      <Show when={read()}>{(all) => <OrganisingPage slug={slug} read={all()} newKey={fresh} />}</Show>
    </WayInPage>
  )
}
