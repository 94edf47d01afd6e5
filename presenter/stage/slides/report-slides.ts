import { createEffect, onCleanup } from 'solid-js'
import { openWindowChannel } from '../../parts/window-channel.ts'
import type { SlideDecks } from './slide-decks.ts'

/** Reports to the desks of this browser how many pages are here. */
export function reportSlides(slug: string, decks: SlideDecks): void {
  const channel = openWindowChannel(slug, (message) => {
    if (message.type === 'slides-wanted') report()
  })
  const report = () => channel.send({ type: 'slides-ready', decks: decks.readyPages() })
  createEffect(report)
  onCleanup(channel.stop)
}
