import type { Paper } from '../../api/rules/ballot/ballot.ts'
import type { Ballot } from '../../api/schema/ballot.ts'
import { type Held, type Kept, type Outbox, toKept } from './held-ballot.ts'
import { heard, recall } from './merge-ballots.ts'
import * as outbox from './outbox.ts'

/** Everything the sender needs of the world, so that a test can be the world. */
export type SenderTools = {
  /** Sends one whole ballot; resolves with the ballot that stands, rejects with a Problem, as it does when it is given up. */
  put(paper: Paper, givenUp: AbortSignal): Promise<Ballot>
  /** Keeps one ballot on the phone; never rejects. */
  keep(kept: Kept): void
  /** Takes one ballot off the phone. */
  forget(entryId: string): void
  /** Server ms. */
  now(): number
  /** How far the server's answers have put this clock right so far; undefined until it has answered once. */
  correctedMs(): number | undefined
  /** Asks the server for the time; never rejects. */
  askTime(): Promise<void>
  random(): number
  /** Runs something after `delayMs`; returns how to call it off. */
  after(delayMs: number, run: () => void): () => void
  /** Whether the server takes ballots for this entry now, as far as the phone knows. */
  mayGo(entryId: string): boolean
  /** Told after every change. */
  changed(box: Outbox): void
}

export type Sender = ReturnType<typeof makeSender>

// Within this an answer comes over any line that moves.
const patienceMs = 1500

/** Sends what the judge writes, one request at a time per ballot, the newest paper each time, until it is acknowledged. */
export function makeSender(tools: SenderTools) {
  let box: Outbox = {}
  let callOff = () => {}
  let stopped = false
  let correctedMs = 0
  let asking = false
  const underWay = new Set<AbortController>()

  function become(next: Outbox) {
    const last = box
    box = next
    for (const [id, held] of Object.entries(next)) if (differs(held, last[id])) tools.keep(toKept(held))
    for (const id of Object.keys(last)) if (!next[id]) tools.forget(id)
    pump()
  }

  function pump() {
    callOff()
    if (stopped) return
    const known = tools.correctedMs()
    // Nothing leaves before the time is known: a paper that says it is from tomorrow, or from last night, cannot be put in order.
    if (known !== undefined) {
      const stepMs = known - correctedMs
      correctedMs = known
      const right = outbox.restamped(box, stepMs, tools.now())
      if (right !== box) return become(right)
      for (const paper of outbox.due(box, tools.now(), tools.mayGo)) send(paper)
    }
    tools.changed(box)
    const at = outbox.dueAt(box, tools.mayGo)
    if (at === undefined) return
    if (known === undefined) learnTime()
    else callOff = tools.after(Math.max(50, at - tools.now()), pump)
  }

  function send(paper: Paper) {
    const told = outbox.wireAt(box[paper.entryId]!, tools.now())
    box = outbox.sending(box, paper, told)
    tools.keep(toKept(box[paper.entryId]!))
    const stop = new AbortController()
    underWay.add(stop)
    tools
      .put({ ...paper, editedAt: told }, stop.signal)
      .finally(() => underWay.delete(stop))
      .then(
        (stands) => become(outbox.answered(box, paper, stands, tools.now(), told)),
        (problem) => {
          const failed = outbox.failed(box, paper, problem, tools.now(), tools.random())
          become(stop.signal.aborted ? outbox.woken(failed) : failed)
        },
      )
  }

  async function learnTime() {
    if (asking) return
    asking = true
    await tools.askTime()
    asking = false
    if (tools.correctedMs() !== undefined) pump()
    else if (!stopped) callOff = tools.after(1000 + 1000 * tools.random(), pump)
  }

  return {
    box: () => box,
    /** The judge's tap. */
    write: (paper: Paper) => become(outbox.write(box, paper, tools.now())),
    /** What the phone's store holds, perhaps from another tab. */
    recall: (kept: Kept[]) => become(kept.reduce(recall, box)),
    /** What the server holds of this judge; `asked` is the box as it was when it was asked. */
    heard: (ballots: Ballot[], asked: Outbox) => become(heard(box, ballots, asked)),
    /** These are the questions now. */
    refit: (asked: string[]) => become(outbox.refitted(box, asked)),
    /**
     * Tries everything again at once: back online, awake, let in, open again. What is under way may hang in a connection that died, where
     * TCP tries ever more seldom: if it is not answered now, it is given up and sent afresh.
     */
    wake() {
      const before = [...underWay]
      tools.after(patienceMs, () => {
        for (const stop of before) stop.abort()
      })
      become(outbox.woken(box))
    },
    stop() {
      stopped = true
      callOff()
    },
  }
}

// Two tabs tell each other what they kept: only news may be kept again, or they would never stop.
function differs(held: Held, last: Held | undefined): boolean {
  return (
    held.paper.editedAt !== last?.paper.editedAt ||
    held.saved?.savedAt !== last.saved?.savedAt ||
    held.savedEdit !== last.savedEdit ||
    held.refused?.edit !== last.refused?.edit
  )
}
