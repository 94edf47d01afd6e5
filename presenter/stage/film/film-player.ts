import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js'
import type { StageSnapshot } from '../../../api/schema/stage.ts'
import { type FilmState, openWindowChannel } from '../../parts/window-channel.ts'
import { createFilmSources } from './film-sources.ts'

/** A stage that joins later than this goes on where the others are. */
const lateMs = 1500

export type FilmPlayer = ReturnType<typeof createFilmPlayer>

/** Plays the films of the teams in one video element: Safari lets only an element that was started by a press sound later. */
export function createFilmPlayer(slug: string, stage: Accessor<StageSnapshot | undefined>, nowMs: () => number) {
  const video = document.createElement('video')
  video.playsInline = true
  video.preload = 'auto'
  const sources = createFilmSources(stage)
  const [state, setState] = createSignal<FilmState>()
  const maySound = () => navigator.userActivation?.hasBeenActive ?? false

  const channel = openWindowChannel(slug, (message) => {
    if (message.type === 'film') reply(message.entryId, sources.hand(message.entryId, message.file), message.file)
    if (message.type === 'film-removed') sources.drop(message.entryId)
    if (message.type === 'films-held') for (const held of sources.listHanded()) reply(held.entryId, held.url, held.file)
  })
  async function reply(entryId: string, url: string, { name, size: bytes }: File): Promise<void> {
    const seconds = await readSeconds(url)
    channel.send({ type: 'film-ready', entryId, name, bytes, seconds, sound: maySound() })
  }
  channel.send({ type: 'films-wanted' })

  function report(next: FilmState): void {
    if (state() === next) return
    setState(next)
    channel.send({ type: 'film-state', state: next, startedAt: startedAt() })
  }

  const source = createMemo(() => {
    const entry = stage()?.onStage
    return entry ? sources.urlOf(entry) : undefined
  })
  const startedAt = createMemo(() => (stage()?.scene === 'on-stage' ? stage()?.film?.startedAt : undefined))

  createEffect(
    on([source, startedAt], ([url, started]) => {
      if (started === undefined) {
        setState(undefined)
        video.pause()
        // Loads the film before it is started.
        if (url) setSource(url)
        return
      }
      // A film that plays from the server goes on when its copy has arrived.
      if (state() === 'playing' || state() === 'silent') return
      // A film that has not arrived whole is played from the server as it comes.
      play(url ?? stage()?.onStage?.film ?? undefined, Date.parse(started))
    }),
  )

  function setSource(url: string): void {
    if (video.getAttribute('src') === url) return
    video.src = url
    video.load()
  }

  async function play(url: string | undefined, startedAtMs: number): Promise<void> {
    if (!url) return report('failed')
    report('loading')
    setSource(url)
    video.muted = false
    const passedMs = nowMs() - startedAtMs
    video.currentTime = passedMs > lateMs ? passedMs / 1000 : 0
    try {
      await video.play().catch((failure: DOMException) => {
        if (failure.name !== 'NotAllowedError') throw failure
        video.muted = true
        return video.play()
      })
      if (startedAt() !== undefined) report(video.muted ? 'silent' : 'playing')
    } catch (failure) {
      // A press that stops the film interrupts its start.
      if (startedAt() !== undefined && (failure as DOMException).name !== 'AbortError') report('failed')
    }
  }

  /** A press in the stage's window lets the element sound later. */
  function allowSound(): void {
    if (!video.paused) video.muted = false
    else if (startedAt() === undefined)
      video.play().then(
        () => startedAt() === undefined && video.pause(),
        () => {},
      )
    if (state() === 'silent' && !video.muted) report('playing')
  }

  const failed = () => startedAt() !== undefined && report('failed')
  const ended = () => startedAt() !== undefined && report('ended')
  for (const press of ['click', 'keydown'] as const) addEventListener(press, allowSound)
  video.addEventListener('error', failed)
  video.addEventListener('ended', ended)
  onCleanup(() => {
    for (const press of ['click', 'keydown'] as const) removeEventListener(press, allowSound)
    video.removeEventListener('error', failed)
    video.removeEventListener('ended', ended)
    video.pause()
    video.removeAttribute('src')
    channel.stop()
  })

  return { video, state }
}

/** The film's length in seconds; null when this browser cannot play it. */
function readSeconds(url: string): Promise<number | null> {
  return new Promise((resolve) => {
    const probe = document.createElement('video')
    probe.preload = 'metadata'
    probe.onloadedmetadata = () => resolve(Number.isFinite(probe.duration) ? probe.duration : 0)
    probe.onerror = () => resolve(null)
    probe.src = url
  })
}
