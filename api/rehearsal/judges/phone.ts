import { setTimeout as sleep } from 'node:timers/promises'
import { emptyPaper, newerPaper, type Paper } from '../../rules/ballot/ballot.ts'
import type { Ballot } from '../../schema/ballot.ts'
import { type Caller, Refused } from '../caller.ts'
import type { Notebook } from '../checks/run-stats.ts'
import type { Random } from '../random.ts'

/** What a phone knows of one ballot. */
export type Held = {
  paper: Paper
  /** The newest edit that the server has acknowledged. */
  acknowledged?: Paper
  /** Edits that were sent and not answered: the server may have them or not. */
  unsure: Paper[]
  /** The server would not take the newest edit. */
  refused?: string
}

export type Phone = {
  held: ReadonlyMap<string, Held>
  caller: Caller
  tap(entryId: string, change: Partial<Paper>): void
  goOffline(): void
  comeBack(): void
  isOffline(): boolean
  /** Whether everything that was tapped has been acknowledged or refused. */
  isEmptied(): boolean
}

type PhoneTools = {
  caller: Caller
  slug: string
  /** Server time less this machine's, in ms. */
  offsetMs: number
  random: Random
  notebook: Notebook
  signal: AbortSignal
  /** The share of answers that get lost on the way. */
  dropShare: number
}

const mostTries = 40
const slowestDropMs = 12

/** A judge's phone: keeps every tap, sends the newest paper of an entry, one request at a time, until it is acknowledged. */
export function makePhone({ caller, slug, offsetMs, random, notebook, signal, dropShare }: PhoneTools): Phone {
  const held = new Map<string, Held>()
  const sending = new Set<string>()
  let offline = false
  let lastEditMs = 0

  function stamp(): string {
    lastEditMs = Math.max(lastEditMs + 1, Math.round(Date.now() + offsetMs))
    return new Date(lastEditMs).toISOString()
  }

  const isDue = (one: Held) => one.refused === undefined && one.acknowledged?.editedAt !== one.paper.editedAt

  async function send(entryId: string, one: Held): Promise<void> {
    if (sending.has(entryId)) return
    sending.add(entryId)
    for (let tries = 0; isDue(one) && !offline && !signal.aborted && tries < mostTries; tries += 1) {
      const { paper } = one
      try {
        acknowledge(one, paper, await put(paper))
      } catch (failure) {
        if (signal.aborted) break
        if (failure instanceof Refused && failure.status < 500 && failure.status !== 429) {
          refuse(one, paper, failure)
          continue
        }
        one.unsure.push(paper)
        await sleep(20 + random.between(0, 60) + tries * 20)
      }
    }
    if (isDue(one) && !offline && !signal.aborted)
      notebook.promises.check('answered', false, () => `a ballot was not acknowledged in ${mostTries} tries`)
    sending.delete(entryId)
  }

  async function put({ entryId, ...paper }: Paper): Promise<Ballot> {
    const drop = random.chance(dropShare) ? new AbortController() : undefined
    if (drop) setTimeout(() => drop.abort(), random.between(0, slowestDropMs))
    const sentAt = performance.now()
    notebook.sent += 1
    try {
      const { ballot } = await caller.put<{ ballot: Ballot }>(`/events/${slug}/ballots/${entryId}`, paper, drop?.signal)
      notebook.ballotMs.push(performance.now() - sentAt)
      return ballot
    } catch (failure) {
      if (drop?.signal.aborted) notebook.dropped += 1
      throw failure
    }
  }

  function acknowledge(one: Held, paper: Paper, stands: Ballot): void {
    one.acknowledged = paper
    one.unsure = one.unsure.filter((other) => newerPaper(paper, other) !== paper)
    notebook.acknowledged += 1
    notebook.promises.check(
      'repeat',
      Date.parse(stands.editedAt) === Date.parse(paper.editedAt),
      () => `sent the edit of ${paper.editedAt}, was told that ${stands.editedAt} stands`,
    )
  }

  /** A refusal is for the paper that was sent; a newer tap may still go. */
  function refuse(one: Held, paper: Paper, refusal: Refused): void {
    if (one.paper === paper) one.refused = refusal.code
    one.unsure = one.unsure.filter((other) => other !== paper)
    notebook.refused += 1
    // Closing while a judge still taps is the one refusal that a judge who follows the stage can meet.
    notebook.promises.check('answered', refusal.code === 'scoring-closed', () => `a ballot met “${refusal.message}”`)
  }

  const sendAll = () => {
    for (const [entryId, one] of held) if (isDue(one)) send(entryId, one)
  }

  return {
    held,
    caller,
    tap(entryId, change) {
      const one = held.get(entryId) ?? { paper: emptyPaper(entryId), unsure: [] }
      one.paper = { ...one.paper, ...change, editedAt: stamp() }
      one.refused = undefined
      held.set(entryId, one)
      notebook.taps += 1
      if (!offline) send(entryId, one)
    },
    goOffline() {
      offline = true
    },
    comeBack() {
      offline = false
      sendAll()
    },
    isOffline: () => offline,
    isEmptied: () => sending.size === 0 && [...held.values()].every((one) => !isDue(one)),
  }
}
