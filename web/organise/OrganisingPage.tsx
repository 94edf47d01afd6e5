import { createEffect, createSignal, For, Match, onCleanup, onMount, Show, Switch } from 'solid-js'
import { filesLeftWords } from '../core/event-admin.ts'
import { phaseWords, startWords } from '../core/words/event-words.ts'
import { EventDeleted } from '../ui/page/EventDeleted.tsx'
import { PageNotice } from '../ui/page/PageNotice.tsx'
import { AfterSection } from './after/AfterSection.tsx'
import { FeedbackSection } from './after/FeedbackSection.tsx'
import { CheckList } from './CheckList.tsx'
import { ChallengesSection } from './challenges/ChallengesSection.tsx'
import { AwardsSection } from './event/AwardsSection.tsx'
import { EventSection } from './event/EventSection.tsx'
import { JudgesSection } from './judges/JudgesSection.tsx'
import { LinksSection } from './links/LinksSection.tsx'
import { NewLink } from './links/NewLink.tsx'
import { ScreensSection } from './links/ScreensSection.tsx'
import { SendLinksSection } from './links/SendLinksSection.tsx'
import * as styles from './organise.module.css'
import { createOrganising, type Organised, publicAddress } from './organising.ts'
import { createPanel } from './organising-judges.ts'
import { createTeams } from './organising-teams.ts'
import { RehearseSection } from './rehearsal/RehearseSection.tsx'
import { RubricSection } from './rubric/RubricSection.tsx'
import { followSections, goToSection } from './section-link.ts'
import { TeamsSection } from './teams/TeamsSection.tsx'

const sections = [
  { id: 'check', label: 'Check-list' },
  { id: 'event', label: 'Event' },
  { id: 'teams', label: 'Teams' },
  { id: 'judges', label: 'Judges' },
  { id: 'rubric', label: 'Rubric' },
  { id: 'challenges', label: 'Challenges' },
  { id: 'awards', label: 'Awards' },
  { id: 'screens', label: 'Screens' },
  { id: 'rehearse', label: 'Rehearse' },
  { id: 'links', label: 'Links' },
  { id: 'feedback', label: 'For the teams' },
  { id: 'after', label: 'Afterwards' },
]

type Props = { slug: string; read: Omit<Organised, 'links'>; newKey: string | undefined }

export function OrganisingPage(props: Props) {
  const organising = createOrganising(props.slug, props.read)
  const teams = createTeams(organising)
  const panel = createPanel(organising)
  const event = () => organising.now.event
  const [newKey, setNewKey] = createSignal(props.newKey)
  const [deleted, setDeleted] = createSignal<string[]>()
  function showNewKey(key: string) {
    setNewKey(key)
    setTimeout(() => document.getElementById('keep')?.scrollIntoView({ block: 'center' }))
  }
  createEffect(() => {
    document.title = `Organise: ${event().name}`
  })
  // The browser tried to scroll to the fragment before the sections were rendered.
  onMount(() => {
    if (location.hash.length > 1) goToSection(location.hash.slice(1))
    document.addEventListener('click', followSections)
  })
  onCleanup(() => document.removeEventListener('click', followSections))

  return (
    <Switch>
      <Match when={deleted()}>
        {(filesLeft) => (
          <PageNotice over={event().name} title="The event is deleted">
            <p>Nothing of it is stored here. {filesLeftWords(filesLeft())}</p>
            <a class="button quiet" href="/">
              Enter the code of another event
            </a>
          </PageNotice>
        )}
      </Match>
      <Match when={organising.gone()}>
        <EventDeleted name={event().name} />
      </Match>
      <Match when={!organising.gone()}>
        <header class="band">
          <div class="office-width">
            <div class="band-line">
              <span class="pill">{phaseWords[event().phase]}</span>
              <span>{organising.cutOff() ? 'Reconnecting…' : ''}</span>
            </div>
            <h1 dir="auto">{event().name}</h1>
            <p dir="auto">{[startWords(event()), event().venue].filter(Boolean).join(' · ')}</p>
          </div>
        </header>
        <div class="office">
          <div class="office-width office-body">
            <nav class={styles.officeNav} aria-label="On this page">
              <ul>
                <For each={sections.filter((section) => section.id !== 'rehearse' || !event().rehearsal)}>
                  {(section) => (
                    <li>
                      <a href={`#${section.id}`}>{section.label}</a>
                    </li>
                  )}
                </For>
              </ul>
            </nav>
            <main class="office-main">
              <Show when={newKey()}>
                {(key) => (
                  <NewLink
                    link={`${publicAddress(event())}/e/${props.slug}/organise#k=${key()}`}
                    onSaved={() => setNewKey(undefined)}
                  />
                )}
              </Show>
              <CheckList now={organising.now} />
              <EventSection organising={organising} />
              <TeamsSection organising={organising} teams={teams} />
              <JudgesSection organising={organising} panel={panel} />
              <SendLinksSection organising={organising} />
              <RubricSection organising={organising} />
              <ChallengesSection organising={organising} />
              <AwardsSection organising={organising} />
              <ScreensSection organising={organising} />
              <Show when={!event().rehearsal}>
                <RehearseSection organising={organising} />
              </Show>
              <LinksSection organising={organising} onNew={showNewKey} />
              <FeedbackSection organising={organising} />
              <AfterSection organising={organising} onDeleted={setDeleted} />
            </main>
          </div>
        </div>
      </Match>
    </Switch>
  )
}
