import { createSignal, Match, onMount, Show, Switch } from 'solid-js'
import { slugOfPage } from '../client/api.ts'
import { type Organised, readOrganised } from '../client/organising.ts'
import { createWayIn } from '../client/way-in.ts'
import { PageNotice } from '../ui/PageNotice.tsx'
import { OrganisingPage } from './organise/OrganisingPage.tsx'

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
    <Switch>
      <Match when={wayIn.state() === 'nowhere'}>
        <PageNotice title="There is no event at this address">
          <p>Check the address, or open the link that was shown when the event was set up.</p>
        </PageNotice>
      </Match>
      <Match when={wayIn.state() === 'outside'}>
        <PageNotice title="This page opens with the organiser’s link">
          <p>
            {wayIn.problem()?.code === 'key-needed'
              ? 'It was shown when the event was set up. Open it in this browser once; after that this page knows you.'
              : `${wayIn.problem()?.title}.`}
          </p>
          <a class="button quiet" href={`/e/${slug}`}>
            Follow the event
          </a>
        </PageNotice>
      </Match>
      <Match when={wayIn.state() === 'away'}>
        <PageNotice title="The server cannot be reached">
          <p>{wayIn.problem()?.title}. Nothing is lost.</p>
          <button class="button" type="button" onClick={() => wayIn.open()}>
            Try again
          </button>
        </PageNotice>
      </Match>
      <Match when={wayIn.state() === 'inside'}>
        <Show when={read()}>{(all) => <OrganisingPage slug={slug} read={all()} newKey={fresh} />}</Show>
      </Match>
    </Switch>
  )
}
