import { createEffect, Match, onCleanup, onMount, Show, Switch } from 'solid-js'
import type { Entry } from '../../../api/schema/entry.ts'
import { api, ask } from '../../client/api.ts'
import { makeClock } from '../../client/clock.ts'
import { checkEntry, entryBody, entryValues } from '../../client/entry-form.ts'
import { createEvent } from '../../client/event.ts'
import { createFeed } from '../../client/feed.ts'
import { createForm } from '../../client/form.ts'
import { createShown } from '../../client/shown.ts'
import { openStorage } from '../../client/storage.ts'
import { createTurn } from '../../client/turn.ts'
import { EntryFields } from '../../ui/EntryFields.tsx'
import { FormEnd } from '../../ui/FormEnd.tsx'
import { Gone } from '../../ui/Gone.tsx'
import { TeamClock } from './TeamClock.tsx'

type Props = { slug: string; entry: Entry; onSaved: (entry: Entry) => void }

/** Inside: when we are on, and our own words for the stage and the judges. */
export function TeamSheet(props: Props) {
  const storage = openStorage()
  const page = createEvent(props.slug, storage)
  const feed = createFeed(props.slug, { as: 'team', counts: 'off' })
  const clock = makeClock()
  const { shown } = createShown({ slug: props.slug, feed, page, storage })
  const { place, words } = createTurn({ feed, page, clock, shown }, () => props.entry.id)
  const mine = () => page.entries().find((entry) => entry.id === props.entry.id) ?? props.entry
  const final = () => feed.stage()?.phase === 'final'
  const fixed = () => final() || feed.stage()?.phase === 'revealing'
  const form = createForm({
    kept: () => entryValues(mine()),
    check: checkEntry,
    async send(values) {
      const json = entryBody(values)
      const param = { slug: props.slug, id: props.entry.id }
      const saved = await ask<{ entry: Entry }>(api.events[':slug'].entries[':id'].$patch({ param, json }))
      props.onSaved(saved.entry)
      await page.load()
      return 'Saved'
    },
  })

  onMount(() => {
    page.load()
    clock.sync()
  })
  onCleanup(clock.stop)
  createEffect(() => {
    document.title = `${mine().team}: Demo Hour`
  })

  return (
    <Show when={!feed.gone()} fallback={<Gone name={page.event()?.name} />}>
      <header class="band">
        <div class="band-line">
          <span dir="auto">{page.event()?.name}</span>
          <span>{feed.connected() || !feed.stage() ? '' : 'Reconnecting…'}</span>
        </div>
        <h1 dir="auto">{mine().team}</h1>
        <p dir="auto">{mine().title}</p>
        <p class="turn" role="status">
          <Show when={!final()} fallback={<strong>The result is out</strong>}>
            <strong>{words().turn}</strong>
            <br />
            {words().about}
          </Show>
        </p>
      </header>
      <main class="sheet">
        <Switch>
          <Match when={place()?.is === 'on-stage' && feed.stage()}>
            {(stage) => <TeamClock clock={clock} timer={stage().timer} />}
          </Match>
          <Match when={final()}>
            <a class="button" href={`/e/${props.slug}`}>
              See the result
            </a>
          </Match>
        </Switch>
        <Show
          when={!fixed()}
          fallback={
            <Show when={!final()}>
              <p class="dim">The reveal has begun, so your entry stays as it is.</p>
            </Show>
          }
        >
          <form class="form" onSubmit={form.submit} novalidate>
            <h2>Your entry</h2>
            <p class="dim">This is what the screen and the judges’ phones say about you.</p>
            <EntryFields form={form} own />
            <FormEnd form={form} label="Save" />
          </form>
        </Show>
        <Show when={!final()}>
          <a class="button quiet" href={`/e/${props.slug}`}>
            Follow the event
          </a>
        </Show>
      </main>
    </Show>
  )
}
