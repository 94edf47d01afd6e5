import { createEffect, onCleanup } from 'solid-js'
import { render } from 'solid-js/web'
import type { Judging } from './judging.ts'

/**
 * Shows captions in the saving bar, which stays in view, and at the end of a sheet that has none. Rendered by itself, and not by the bar,
 * and loaded only for an event with captions, so that a judge's first load holds nothing of it.
 */
export function showCaptions(judging: Judging): void {
  const available = () => judging.liveEvent.event()?.captions === true
  let left = false
  let remove: (() => void) | undefined
  let begun = false
  onCleanup(() => {
    left = true
    remove?.()
  })
  createEffect(() => {
    if (!available() || !judging.connected() || begun) return
    begun = true
    import('../ui/captions/PhoneCaptions.tsx').then(
      ({ PhoneCaptions }) => {
        if (left) return
        remove = renderInBar(() => (
          <PhoneCaptions slug={judging.slug} available={available()} connected={judging.connected()} />
        ))
      },
      () => {},
    )
  })
}

function renderInBar(captions: Parameters<typeof render>[0]): () => void {
  const place = document.createElement('div')
  const page = document.getElementById('page')!
  const remove = render(captions, place)
  function attach() {
    const home = page.querySelector('footer') ?? page.querySelector('main')
    if (home && place.parentElement !== home) home.append(place)
  }
  const observer = new MutationObserver(attach)
  observer.observe(page, { childList: true })
  attach()
  return () => {
    observer.disconnect()
    remove()
  }
}
