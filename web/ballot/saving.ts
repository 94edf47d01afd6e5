import type { BallotDraft } from '../../api/rules/ballot/ballot.ts'
import { clockTime } from '../core/words/clock-time.ts'
import { type HeldBallot, isRefused, isSaved, type Outbox } from './held-ballot.ts'

export type Saving = { kind: 'none' | 'sending' | 'local' | 'saved' | 'attention'; text: string }

const hasScores = (paper: BallotDraft) => !paper.recused && Object.keys(paper.scores).length > 0

export function savingOf(
  outbox: Outbox,
  about: { connected: boolean; isStored: boolean; isOpen: (entryId: string) => boolean },
): Saving {
  const all = Object.values(outbox)
  const refused = all.find((held) => isRefused(held) && about.isOpen(held.paper.entryId))
  if (refused?.refused) return { kind: 'attention', text: `Kept on this phone, not sent. ${refused.refused.title}.` }
  const isOpen = (held: HeldBallot) => about.isOpen(held.paper.entryId)
  const unsent = all.filter((held) => !isSaved(held) && isOpen(held))
  // An entry scored before this phone learned that its team is on stage. A recusal made while joining is not mentioned.
  const earlyBallots = all.filter((held) => !isSaved(held) && !isOpen(held) && hasScores(held.paper))
  const isWaiting = unsent.length + earlyBallots.length > 0
  if (isWaiting && !about.isStored)
    return { kind: 'attention', text: 'This phone cannot keep scores. Stay on this page until it says Saved.' }
  if (isWaiting && !about.connected)
    return { kind: 'local', text: 'Saved on this phone. It will be sent when you are back online.' }
  if (unsent.some((held) => held.tries > 0)) return { kind: 'local', text: 'Saved on this phone. Sending again…' }
  if (unsent.length) return { kind: 'sending', text: 'Sending…' }
  if (earlyBallots.length)
    return { kind: 'local', text: 'Saved on this phone. It will be sent once the team is on stage.' }
  const savedAt = all
    .flatMap((held) => (held.saved && isSaved(held) ? [held.saved.savedAt] : []))
    .sort()
    .pop()
  return savedAt ? { kind: 'saved', text: `Saved ${clockTime(savedAt)}` } : { kind: 'none', text: 'Each tap is saved' }
}
