import type { Entry } from '../schema/entry.ts'
import type { StageSnapshot } from '../schema/stage.ts'
import type { Operator } from './operator.ts'
import type { Pace } from './pace.ts'
import type { RehearsalTarget } from './rehearsal-target.ts'

export type ShowListener = {
  doorsOpen?(): Promise<void>
  onStage?(entry: Entry): Promise<void>
  breakStarted?(): Promise<void>
  showcasePassed?(share: number): Promise<void>
  turnEnded?(entry: Entry): Promise<void>
  closing?(): Promise<void>
  closed?(): Promise<void>
  revealing?(): Promise<void>
  stepShown?(stage: StageSnapshot): Promise<void>
  published?(): Promise<void>
}

export type ShowTools = {
  operator: Operator
  pace: Pace
  entries: Entry[]
  times: RehearsalTarget['times']
  anyOrder: boolean
  joinSeconds: number
  /** By the desk's latest update; judges who are away do not count. */
  panelHasScored(): boolean
  panelIsDone(): boolean
  listener: ShowListener
}

const maxSecondsToFinish = 240

export async function playShow(tools: ShowTools): Promise<void> {
  const { operator, pace, entries, listener } = tools
  await operator.press({ cue: 'open-doors' })
  await listener.doorsOpen?.()
  await pace.wait(tools.joinSeconds)
  if (tools.anyOrder) await playShowcase(tools)
  else
    for (const entry of entries) {
      if (entry.slot === Math.ceil(entries.length / 2) && entry.slot > 1) await playBreak(tools)
      await playTurn(tools, entry)
    }
  await pace.waitUntil(tools.panelIsDone, maxSecondsToFinish)
  await listener.closing?.()
  await operator.press({ cue: 'close-scoring' })
  await listener.closed?.()
  await pace.wait(6)
  await playReveal(tools)
}

const showcaseSeconds = 480

async function playShowcase({ operator, pace, listener }: ShowTools): Promise<void> {
  await operator.press({ cue: 'open-showcase' })
  for (const share of [0.2, 0.4, 0.6, 0.8, 1]) {
    await pace.wait(showcaseSeconds / 5)
    await listener.showcasePassed?.(share)
  }
}

async function playTurn(tools: ShowTools, entry: Entry): Promise<void> {
  const { operator, pace, panelHasScored, listener } = tools
  const { talk, questions } = tools.times(entry)
  await operator.press({ cue: 'call', entryId: entry.id })
  await listener.onStage?.(entry)
  await pace.wait(3)
  await operator.press({ cue: 'start-timer' })
  await pace.wait(talk * 0.4)
  await (interruptions[entry.slot % interruptions.length] ?? doNothing)(tools, talk)
  await pace.wait(talk / 3)
  await operator.press({ cue: 'start-timer', part: 'questions' })
  await pace.wait(questions * 0.8)
  await operator.press({ cue: 'open-scoring' })
  await pace.waitUntil(panelHasScored, 16)
  await listener.turnEnded?.(entry)
}

const doNothing = async () => {}

const interruptions: ((tools: ShowTools, talk: number) => Promise<void>)[] = [
  doNothing,
  async ({ operator, pace }) => {
    await operator.press({ cue: 'pause-timer' })
    await pace.wait(3)
    await operator.press({ cue: 'start-timer' })
  },
  async ({ pace }, talk) => pace.wait(talk * 0.3),
  async ({ operator, pace }) => {
    await operator.press({ cue: 'message', text: 'Please speak into the microphone' })
    await pace.wait(4)
    await operator.press({ cue: 'message', text: '' })
  },
  async ({ operator }) => {
    await operator.press({ cue: 'add-time', seconds: 5 })
  },
]

async function playBreak({ operator, pace, listener }: ShowTools): Promise<void> {
  await operator.press({ cue: 'break', message: 'Tea is at the back' })
  await listener.breakStarted?.()
  await pace.wait(8)
  await operator.press({ cue: 'resume' })
}

async function playReveal({ operator, pace, listener }: ShowTools): Promise<void> {
  let stage = await operator.press({ cue: 'start-reveal' })
  await listener.revealing?.()
  while (stage.reveal.step < stage.reveal.of) {
    await pace.wait(4)
    stage = await operator.press({ cue: 'reveal-next' })
    await listener.stepShown?.(stage)
    if (stage.reveal.shown.length === 1) stage = await repeatStep(operator, pace)
  }
  await pace.wait(6)
  await operator.press({ cue: 'publish' })
  await listener.published?.()
}

async function repeatStep(operator: Operator, pace: Pace): Promise<StageSnapshot> {
  await pace.wait(1)
  await operator.press({ cue: 'reveal-back' })
  await pace.wait(1)
  return operator.press({ cue: 'reveal-next' })
}
