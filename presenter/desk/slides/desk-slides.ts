import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js'
import { pageAt } from '../../../api/rules/show/slides.ts'
import type { StageSnapshot } from '../../../api/schema/stage.ts'
import { api, ask, asProblem } from '../../../web/core/api.ts'
import type { Feed } from '../../../web/core/feed/feed.ts'
import { openWindowChannel } from '../../parts/window-channel.ts'
import type { ReadyPages } from '../../stage/slides/slide-decks.ts'
import type { NoticeLine } from '../notice.ts'

/** Turns pages, and knows what a stage in this browser has loaded. */
export function createDeskSlides(slug: string, feed: Feed, nowMs: Accessor<number>, { notify }: NoticeLine) {
  const [wanted, setWanted] = createSignal<number>()
  const [reports, setReports] = createSignal<ReadyPages[]>([])
  let sending = false
  let answered: Promise<void> = Promise.resolve()

  const channel = openWindowChannel(slug, (message) => {
    if (message.type === 'slides-ready') setReports(message.decks)
  })
  channel.send({ type: 'slides-wanted' })
  onCleanup(channel.stop)
  // A memo, because every snapshot would otherwise forget the presses that are still on their way.
  const onStageId = createMemo(() => feed.stage()?.onStage?.id)
  createEffect(on(onStageId, () => setWanted(undefined)))

  const shown = () => feed.stage()?.slides ?? undefined
  /** The page of the last press, until the server has answered it. */
  const page = () => wanted() ?? (shown() ? pageAt(shown()!, nowMs()) : undefined)

  /** Sends the newest page, one request at a time, so that an earlier press never arrives last. */
  async function sendWanted(): Promise<void> {
    sending = true
    try {
      for (let target = wanted(); target !== undefined; target = wanted()) {
        const json = { cue: 'slide', page: target } as const
        const stage = await ask<StageSnapshot>(api.events[':slug'].cues.$post({ param: { slug }, json }))
        feed.adoptStage(stage)
        if (wanted() === target) setWanted(undefined)
      }
    } catch (failure) {
      setWanted(undefined)
      notify(`${asProblem(failure).title}. Look at the stage, then press again.`, 'problem')
    } finally {
      sending = false
    }
  }

  return {
    shown,
    page,
    /** Each press adds to the one before, whether the server has answered that or not. */
    turn(by: 1 | -1): void {
      const [current, slides] = [page(), shown()]
      if (current === undefined || !slides) return
      const target = current + by
      if (target < 1) notify('This is the first page.')
      else if (target > slides.of) notify('That was the last page. N calls the next team; D hides the slides.')
      else {
        setWanted(target)
        if (!sending) answered = sendWanted()
      }
    },
    /** Resolves once no page is on its way: another cue would carry a version that the page makes stale. */
    answered: () => answered,
    readyOf: (entryId: string | undefined) => reports().find((deck) => deck.entryId === entryId),
  }
}

export type DeskSlides = ReturnType<typeof createDeskSlides>
