import { createSignal, onCleanup } from 'solid-js'
import { createStore } from 'solid-js/store'
import { maxFilmBytes } from '../../../api/rules/film/film.ts'
import type { StageSnapshot } from '../../../api/schema/stage.ts'
import { api, ask, Problem } from '../../../web/core/api.ts'
import { type FilmState, openWindowChannel } from '../../parts/window-channel.ts'
import type { NoticeLine } from '../notice.ts'
import { uploadFilm } from './upload-film.ts'

export type DeskFilm = {
  name: string
  bytes: number
  /** Missing when an earlier page of the desk handed the film over: a stage has it. */
  file: File | undefined
  /** What a stage of this browser replied; undefined while none has. */
  ready: { seconds: number | null; sound: boolean } | undefined
  upload: { share: number; waiting: boolean; problem?: string; done?: boolean } | undefined
}

const stateNotices: Partial<Record<FilmState, string>> = {
  silent: 'The film plays without sound. Click once in the stage’s window.',
  failed: 'The film did not start. The stage shows the team’s picture. V goes back to the clock.',
  ended: 'The film has ended.',
}

/** The films chosen at this desk. Each is handed to the stages of this browser, and uploaded for others when asked. */
export function createDeskFilms(slug: string, { notify }: NoticeLine) {
  const [films, setFilms] = createStore<Record<string, DeskFilm | undefined>>({})
  const [played, setPlayed] = createSignal<{ state: FilmState; startedAt: string | undefined }>()
  const uploads = new Map<string, AbortController>()

  const channel = openWindowChannel(slug, (message) => {
    if (message.type === 'films-wanted') {
      for (const [entryId, film] of Object.entries(films)) if (film?.file) hand(entryId, film.file)
    }
    if (message.type === 'film-ready') {
      const { entryId, name, bytes, seconds, sound } = message
      if (!films[entryId]) setFilms(entryId, { name, bytes, file: undefined, ready: undefined, upload: undefined })
      setFilms(entryId, 'ready', { seconds, sound })
    }
    if (message.type === 'film-state') {
      setPlayed({ state: message.state, startedAt: message.startedAt })
      const words = stateNotices[message.state]
      if (words) notify(words, message.state === 'ended' ? 'info' : 'problem')
    }
  })

  channel.send({ type: 'films-held' })

  const hand = (entryId: string, file: File) => channel.send({ type: 'film', entryId, file })

  function choose(entryId: string, file: File): void {
    const isFilm = /^video\//.test(file.type) || /\.(mp4|m4v|mov|webm)$/i.test(file.name)
    if (!isFilm) notify(`${file.name} is no film. Choose an MP4 or WebM file.`, 'problem')
    else if (file.size === 0) notify(`${file.name} is empty.`, 'problem')
    else {
      cancelUpload(entryId)
      setFilms(entryId, { name: file.name, bytes: file.size, file, ready: undefined, upload: undefined })
      hand(entryId, file)
    }
  }

  async function upload(entryId: string): Promise<void> {
    const file = films[entryId]?.file
    if (!file) return
    if (file.size > maxFilmBytes)
      return notify('A film takes at most 100 MB. Make it smaller, or play it on the computer of the stage.', 'problem')
    const stop = new AbortController()
    cancelUpload(entryId)
    uploads.set(entryId, stop)
    const isCurrent = () => uploads.get(entryId) === stop
    setFilms(entryId, 'upload', { share: 0, waiting: false })
    try {
      const progress = (share: number, waiting: boolean) =>
        isCurrent() && setFilms(entryId, 'upload', { share, waiting })
      await uploadFilm(slug, entryId, file, progress, stop.signal)
      if (isCurrent()) setFilms(entryId, 'upload', { share: 1, waiting: false, done: true })
    } catch (failure) {
      if (!isCurrent()) return
      const words =
        failure instanceof Problem ? `${failure.title}.` : 'The upload stopped. Press again: it goes on where it was.'
      setFilms(entryId, 'upload', { share: 0, waiting: false, problem: words })
    } finally {
      if (isCurrent()) uploads.delete(entryId)
    }
  }

  function cancelUpload(entryId: string): void {
    uploads.get(entryId)?.abort()
    uploads.delete(entryId)
    if (films[entryId]) setFilms(entryId, 'upload', undefined)
  }

  async function remove(entryId: string): Promise<void> {
    cancelUpload(entryId)
    setFilms(entryId, undefined)
    channel.send({ type: 'film-removed', entryId })
    try {
      await ask(api.events[':slug'].entries[':id'].film.$delete({ param: { slug, id: entryId } }))
      notify('The film was removed.')
    } catch (failure) {
      notify(failure instanceof Problem ? `${failure.title}.` : 'That did not work. Press again.', 'problem')
    }
  }

  onCleanup(() => {
    for (const stop of uploads.values()) stop.abort()
    channel.stop()
  })
  return {
    of: (entryId: string) => films[entryId],
    /** Whether a stage of this browser has played it to its end. */
    hasEnded: (film: StageSnapshot['film'] | undefined) =>
      film != null && played()?.state === 'ended' && played()?.startedAt === film.startedAt,
    choose,
    upload,
    cancelUpload,
    remove,
  }
}
