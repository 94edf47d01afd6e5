import { createMemo, createSignal } from 'solid-js'
import { normaliseName } from '../../../api/rules/event/normalise-name.ts'
import type { Entry } from '../../../api/schema/entry.ts'
import type { Storage } from '../../core/storage.ts'
import type { Judging } from '../judging.ts'

export function ownInterests(entries: Entry[], organisation: string): Entry[] {
  const own = normaliseName(organisation)
  return own
    ? entries.filter((entry) => !entry.warmUp && entry.organisations.some((other) => normaliseName(other) === own))
    : []
}

export function createInterests(judging: Judging, storage: Promise<Storage>) {
  const key = `${judging.slug}/asked/${judging.judge().id}`
  const [answeredIds, setAnsweredIds] = createSignal<string[]>()
  const own = createMemo(() => ownInterests(judging.liveEvent.entries(), judging.judge().organisation))
  /** Waits for storage: a ballot shown now might be replaced by the question just as the judge taps. */
  const pending = () => answeredIds() === undefined && own().length > 0
  const open = () => {
    const answered = answeredIds()
    const inTime = judging.phase() === 'live' || judging.phase() === 'setup'
    return inTime && answered !== undefined && own().some((entry) => !answered.includes(entry.id))
  }

  storage.then(async (opened) => setAnsweredIds((await opened.read<string[]>(key)) ?? []))

  async function saveAnswer() {
    const ids = own().map((entry) => entry.id)
    setAnsweredIds(ids)
    await (await storage).write(key, () => ids)
  }
  return { own, pending, open, saveAnswer }
}
