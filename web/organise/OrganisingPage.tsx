import { createEffect, createMemo, createSignal, For, Match, Show, Switch } from 'solid-js'
import { filesLeftWords } from '../core/event-admin.ts'
import { EventDeleted } from '../ui/page/EventDeleted.tsx'
import { PageNotice } from '../ui/page/PageNotice.tsx'
import { NewLink } from './links/NewLink.tsx'
import { saveNewKey } from './links/new-key.ts'
import { OrganisingBand } from './OrganisingBand.tsx'
import { createOrganiseRoute } from './organise-route.ts'
import { createOrganising, type Organised, publicAddress } from './organising.ts'
import { createPanel } from './organising-judges.ts'
import { createTeams } from './organising-teams.ts'
import { TaskContent } from './TaskContent.tsx'
import { TaskHome } from './tasks/TaskHome.tsx'
import { homeOfPhase, homes, isTaskPage, listTasks, type TaskPageId, taskPages } from './tasks/task-list.ts'
import * as styles from './tasks/tasks.module.css'

type Props = { slug: string; read: Omit<Organised, 'links'>; newKey: string | undefined }

export function OrganisingPage(props: Props) {
  const organising = createOrganising(props.slug, props.read)
  const teams = createTeams(organising)
  const panel = createPanel(organising)
  const event = () => organising.now.event
  const [newKey, setNewKey] = createSignal(props.newKey)
  createEffect(() => saveNewKey(props.slug, newKey()))
  const [deleted, setDeleted] = createSignal<string[]>()
  const route = createOrganiseRoute(() => setTimeout(focusHeading))

  const task = () => taskPages.find(({ id }) => id === route.page())
  const isUnknown = () =>
    route.page() !== '' && !isTaskPage(route.page()) && !homes.some((home) => home.name === route.page())
  const home = createMemo(
    () => homes.find(({ name }) => name === (task()?.home ?? route.page()))?.name ?? homeOfPhase(event().phase),
  )
  const homeTitle = () => homes.find(({ name }) => name === home())!.title
  /** Pages that were visited stay in the document, hidden, so that what was typed there stays. */
  const visitedPages = createMemo<TaskPageId[]>((before) => {
    const id = task()?.id
    return id && !before.includes(id) ? [...before, id] : before
  }, [])
  const nextPage = createMemo(() => {
    const tasks = listTasks(home(), organising.now, Date.now()).filter(({ ownWindow }) => !ownWindow)
    const at = tasks.findIndex(({ id }) => id === route.page())
    return at === -1 ? undefined : tasks.slice(at + 1).find(({ state }) => state !== 'later')
  })
  createEffect(() => {
    document.title = `Organise: ${event().name}`
  })

  function focusHeading() {
    const heading = document.querySelector<HTMLElement>('main > div:not([hidden]) h2')
    if (!heading) return
    heading.tabIndex = -1
    heading.focus({ preventScroll: true })
    scrollTo(0, 0)
  }
  function showNewKey(key: string) {
    setNewKey(key)
    setTimeout(() => document.getElementById('keep')?.scrollIntoView({ block: 'center' }))
  }

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
        <OrganisingBand event={event()} home={home()} cutOff={organising.cutOff()} />
        <div class="office">
          <main class="office-width office-main">
            <Show when={newKey()}>
              {(key) => (
                <NewLink
                  link={`${publicAddress(event())}/e/${props.slug}/organise#k=${key()}`}
                  onSaved={() => setNewKey(undefined)}
                />
              )}
            </Show>
            <Show when={isUnknown()}>
              <p role="alert">There is no such page. These are the tasks of this event.</p>
            </Show>
            <Show when={task()} fallback={<TaskHome home={home()} now={organising.now} addressOf={route.addressOf} />}>
              <p>
                <a class={styles.back} href={route.addressOf(home())}>
                  ← {homeTitle()}
                </a>
              </p>
            </Show>
            <For each={visitedPages()}>
              {(id) => (
                <div hidden={route.page() !== id}>
                  <TaskContent
                    id={id}
                    organising={organising}
                    teams={teams}
                    panel={panel}
                    onNewKey={showNewKey}
                    onDeleted={setDeleted}
                  />
                </div>
              )}
            </For>
            <Show when={nextPage()}>
              {(next) => (
                <p>
                  <a class={styles.back} href={next().address ?? route.addressOf(next().id)}>
                    Next: {next().name} →
                  </a>
                </p>
              )}
            </Show>
          </main>
        </div>
      </Match>
    </Switch>
  )
}
