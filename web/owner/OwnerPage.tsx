import '../ui/styles/font.css'
import '../ui/styles/base.css'
import '../ui/styles/sheet.css'
import '../ui/fields/fields.css'
import '../ui/styles/office.css'
import { createEffect, createSignal, Match, onMount, Show, Switch } from 'solid-js'
import type { OwnerEvent } from '../../api/schema/event.ts'
import { api, ask } from '../core/api.ts'
import { filesLeftWords } from '../core/event-admin.ts'
import { createPageLoader } from '../core/page-loader.ts'
import { redirectToOwnPage } from '../core/page-redirect.ts'
import { PageNotice } from '../ui/page/PageNotice.tsx'
import { confirmLeaving } from './confirm-leaving.ts'
import { EventList } from './EventList.tsx'
import { ImportEvent } from './ImportEvent.tsx'
import { NewEvent } from './NewEvent.tsx'
import * as styles from './owner.module.css'
import { PhonesSection } from './phones/PhonesSection.tsx'

export function OwnerPage() {
  const [events, setEvents] = createSignal<OwnerEvent[]>([])
  const [message, setMessage] = createSignal('')
  const loader = createPageLoader(() => ask<{ events: OwnerEvent[] }>(api.events.$get()), {
    redirect: redirectToOwnPage,
  })
  createEffect(() => setEvents(loader.content()?.events ?? []))
  onMount(() => loader.load())
  confirmLeaving(events)
  function removeEvent(event: OwnerEvent, filesLeft: string[]) {
    setEvents((all) => all.filter((other) => other.id !== event.id))
    setMessage([`“${event.name}” is deleted.`, filesLeftWords(filesLeft)].join(' '))
  }

  return (
    <Switch>
      <Match when={loader.state() === 'outside'}>
        <PageNotice title="This page opens with the owner’s link">
          <p>
            The link is printed in the terminal where Demo Hour runs, at every start, on the line that begins “The
            owner’s link”. Open it in this browser once; after that this page knows you.
          </p>
          <p class="dim">Do you organise an event? Then use the link to your event, which the owner can give you.</p>
          <a class="button quiet" href="/">
            Enter the code of an event
          </a>
        </PageNotice>
      </Match>
      <Match when={loader.state() === 'away' || loader.state() === 'missing'}>
        <PageNotice title="The server cannot be reached">
          <p>{loader.problem()?.title}. Nothing is lost.</p>
          <button class="button" type="button" onClick={() => loader.load()}>
            Try again
          </button>
        </PageNotice>
      </Match>
      <Match when={loader.state() === 'open'}>
        <header class="band">
          <div class="office-width">
            <p>Demo Hour</p>
            <h1>Events</h1>
          </div>
        </header>
        <main class="office">
          <div class="office-width office-body">
            <div class={`office-main ${styles.oneColumn}`}>
              <Show when={message()}>
                <p class={styles.note} role="status">
                  {message()}
                </p>
              </Show>
              <EventList events={events()} onDeleted={removeEvent} />
              <NewEvent names={events().map((event) => event.name)} />
              <PhonesSection />
              <ImportEvent />
              <p class="dim">
                <a href="/accessibility">Accessibility</a>
              </p>
            </div>
          </div>
        </main>
      </Match>
    </Switch>
  )
}
