import './team.css'
import { createSignal, onMount, Show } from 'solid-js'
import { slugOfPage } from '../core/api.ts'
import { createWayIn } from '../core/page-access.ts'
import { WayInPage } from '../ui/page/WayInPage.tsx'
import { type OwnEntry, readOwn } from './own-entry.ts'
import { TeamSheet } from './TeamSheet.tsx'

const words = {
  lost: 'Check the address, or ask the organiser for your team’s link.',
  closed: 'This page opens with your team’s link',
  open: 'The organiser has it for you. Open it on this phone once; after that this page knows you.',
}

/** A team's phone: when it is on, the clock while it is, its own words, and afterwards what the judges said. */
export function TeamPage() {
  const slug = slugOfPage()
  const [own, setOwn] = createSignal<OwnEntry>()
  const wayIn = createWayIn(async () => setOwn(await readOwn(slug)))
  onMount(() => wayIn.open())

  return (
    <WayInPage slug={slug} wayIn={wayIn} words={words}>
      <Show when={own()}>{(mine) => <TeamSheet slug={slug} own={mine()} />}</Show>
    </WayInPage>
  )
}
