import { createSignal, Match, onMount, Show, Switch } from 'solid-js'
import type { Entry } from '../../api/schema/entry.ts'
import { api, ask, slugOfPage } from '../client/api.ts'
import { createWayIn } from '../client/way-in.ts'
import { PageNotice } from '../ui/PageNotice.tsx'
import { TeamSheet } from './team/TeamSheet.tsx'

/** A team's phone: when it is on, the clock while it is, and its own words. */
export function TeamPage() {
  const slug = slugOfPage()
  const [entry, setEntry] = createSignal<Entry>()
  const wayIn = createWayIn(async () =>
    setEntry((await ask<{ entry: Entry }>(api.events[':slug'].entries.mine.$get({ param: { slug } }))).entry),
  )
  onMount(() => wayIn.open())

  return (
    <Switch>
      <Match when={wayIn.state() === 'nowhere'}>
        <PageNotice title="There is no event at this address">
          <p>Check the address, or ask the organiser for your team’s link.</p>
        </PageNotice>
      </Match>
      <Match when={wayIn.state() === 'outside'}>
        <PageNotice title="This page opens with your team’s link">
          <p>
            {wayIn.problem()?.code === 'key-needed'
              ? 'The organiser has it for you. Open it on this phone once; after that this page knows you.'
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
        <Show when={entry()}>{(mine) => <TeamSheet slug={slug} entry={mine()} onSaved={setEntry} />}</Show>
      </Match>
    </Switch>
  )
}
