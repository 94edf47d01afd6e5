import { createSignal, onMount, Show } from 'solid-js'
import type { Entry } from '../../api/schema/entry.ts'
import { api, ask, slugOfPage } from '../client/api.ts'
import { createWayIn } from '../client/way-in.ts'
import { WayInPage } from '../ui/WayInPage.tsx'
import { TeamSheet } from './team/TeamSheet.tsx'

const words = {
  lost: 'Check the address, or ask the organiser for your team’s link.',
  closed: 'This page opens with your team’s link',
  open: 'The organiser has it for you. Open it on this phone once; after that this page knows you.',
}

/** A team's phone: when it is on, the clock while it is, and its own words. */
export function TeamPage() {
  const slug = slugOfPage()
  const [entry, setEntry] = createSignal<Entry>()
  const wayIn = createWayIn(async () =>
    setEntry((await ask<{ entry: Entry }>(api.events[':slug'].entries.mine.$get({ param: { slug } }))).entry),
  )
  onMount(() => wayIn.open())

  return (
    <WayInPage slug={slug} wayIn={wayIn} words={words}>
      <Show when={entry()}>{(mine) => <TeamSheet slug={slug} entry={mine()} onSaved={setEntry} />}</Show>
    </WayInPage>
  )
}
