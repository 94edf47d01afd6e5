export type ClockModel = { part: 'talk' | 'questions'; state: 'ready' | 'running' | 'paused' }

export type StageModel = {
  scene: 'welcome' | 'showcase' | 'on-stage' | 'own-laptop' | 'scoring' | 'break' | 'blank' | 'deciding'
  sceneBefore: StageModel['scene']
  onStage: string | null
  called: string[]
  /** Teams whose talk `back` interrupted: the last comes on again first. */
  interrupted: string[]
  clock: ClockModel
  clocks: Record<string, ClockModel>
  message: string | null
  breakUntil: string | null
  /** The end of the showcase that is on; undefined while none is. */
  showcaseUntil: string | null | undefined
}

export type JudgeModel = {
  id: string
  name: string
  key: string
  arrived: boolean
  away: boolean
  removed: boolean
  ballots: Map<string, { scores: Record<string, number>; recused: boolean; finished: boolean }>
}

export type ShowModel = {
  phase: 'setup' | 'live' | 'closed'
  stage: StageModel
  before: StageModel | null
  /** Whether the showcase opens every team for scores. */
  anyOrder: boolean
  /** Teams that the showcase has opened; undefined before. An undo leaves them open. */
  opened: Set<string> | undefined
  order: string[]
  skipped: Set<string>
  judges: JudgeModel[]
}

const ready: ClockModel = { part: 'talk', state: 'ready' }

export const openingStage: StageModel = {
  scene: 'welcome',
  sceneBefore: 'welcome',
  onStage: null,
  called: [],
  interrupted: [],
  clock: ready,
  clocks: {},
  message: null,
  breakUntil: null,
  showcaseUntil: undefined,
}

export function turnsToCome({ order, skipped, stage }: ShowModel): string[] {
  const waits = (id: string) => id !== stage.onStage && !skipped.has(id)
  const again = stage.interrupted.filter((id) => order.includes(id) && waits(id)).reverse()
  return [...again, ...order.filter((id) => waits(id) && !stage.called.includes(id))]
}

export const countedJudges = ({ judges }: ShowModel) =>
  judges.filter((judge) => judge.arrived && !judge.away && !judge.removed)

export const leftToScore = ({ order, skipped, stage }: ShowModel, judge: JudgeModel) =>
  order.filter((id) => (stage.called.includes(id) || !skipped.has(id)) && !judge.ballots.get(id)?.finished)

const stopped = (clock: ClockModel): ClockModel => (clock.state === 'running' ? { ...clock, state: 'paused' } : clock)

function clocksWithStage(stage: StageModel): StageModel['clocks'] {
  const begun = stage.onStage !== null && stage.clock.state !== 'ready'
  return begun ? { ...stage.clocks, [stage.onStage!]: stopped(stage.clock) } : stage.clocks
}

/** A team that is not skipped is open from the showcase on, also one that comes later. */
export function openLate(model: ShowModel): void {
  if (model.opened) for (const id of model.order) if (!model.skipped.has(id)) model.opened.add(id)
}

export const isOpen = ({ stage, opened }: ShowModel, id: string) =>
  stage.called.includes(id) || opened?.has(id) === true

function openShowcase(model: ShowModel, untilAt: string | null): StageModel {
  const { stage } = model
  const teams = model.order.filter((id) => !model.skipped.has(id))
  const opens = model.anyOrder && model.opened === undefined && teams.length > 0
  if (opens) model.opened = new Set(teams)
  if (!opens && stage.scene === 'showcase' && stage.showcaseUntil === untilAt) return stage
  const empty =
    stage.onStage === null
      ? stage
      : { ...stage, onStage: null, clock: ready, clocks: clocksWithStage(stage), message: null }
  return { ...empty, scene: 'showcase', sceneBefore: 'showcase', breakUntil: null, showcaseUntil: untilAt }
}

function call(stage: StageModel, id: string): StageModel {
  if (stage.onStage === id)
    return stage.scene === 'on-stage'
      ? stage
      : { ...stage, scene: 'on-stage', breakUntil: null, showcaseUntil: undefined }
  const clocks = clocksWithStage(stage)
  return {
    scene: 'on-stage',
    sceneBefore: 'on-stage',
    onStage: id,
    called: stage.called.includes(id) ? stage.called : [...stage.called, id],
    interrupted: stage.interrupted.filter((other) => other !== id),
    clock: clocks[id] ?? ready,
    clocks,
    message: null,
    breakUntil: null,
    showcaseUntil: undefined,
  }
}

function callBefore(model: ShowModel): StageModel | 'refused' {
  const { stage, skipped } = model
  const earlier = stage.called.slice(0, stage.onStage === null ? 0 : stage.called.indexOf(stage.onStage))
  const id = earlier.filter((other) => !skipped.has(other)).at(-1)
  if (id === undefined) return 'refused'
  const moved = call(stage, id)
  return stage.clock.part === 'questions' ? moved : { ...moved, interrupted: [...moved.interrupted, stage.onStage!] }
}

const besideStage = ({ scene }: StageModel) => scene === 'scoring' || scene === 'own-laptop'

function cover(stage: StageModel, scene: 'break' | 'blank'): StageModel {
  if (stage.scene === 'break' || stage.scene === 'blank') return { ...stage, scene }
  return { ...stage, scene, sceneBefore: besideStage(stage) ? 'on-stage' : stage.scene }
}

type Rule = (
  model: ShowModel,
  detail: { entryId?: string; text?: string; untilAt?: string; part?: string },
) => StageModel | 'refused'

const whileLive =
  (rule: Rule): Rule =>
  (model, detail) =>
    model.phase === 'live' ? rule(model, detail) : 'refused'
const withTeam = (rule: Rule): Rule =>
  whileLive((model, detail) => (model.stage.onStage === null ? 'refused' : rule(model, detail)))

export const rules = {
  call: whileLive(({ stage }, { entryId }) => call(stage, entryId!)),
  next: whileLive((model) => {
    const id = turnsToCome(model)[0]
    return id === undefined ? 'refused' : call(model.stage, id)
  }),
  back: whileLive(callBefore),
  'start-timer': withTeam(({ stage }, { part = stage.clock.part }) =>
    stage.clock.state === 'running' && part === stage.clock.part
      ? stage
      : { ...stage, clock: { part: part as ClockModel['part'], state: 'running' } },
  ),
  'pause-timer': withTeam(({ stage }) => {
    if (stage.clock.state === 'ready') return 'refused'
    return stage.clock.state === 'paused' ? stage : { ...stage, clock: stopped(stage.clock) }
  }),
  'open-scoring': withTeam(({ stage }) =>
    stage.scene === 'scoring' ? stage : { ...stage, scene: 'scoring', sceneBefore: 'on-stage', breakUntil: null },
  ),
  'own-laptop': withTeam(({ stage }) =>
    stage.scene === 'own-laptop' ? stage : { ...stage, scene: 'own-laptop', sceneBefore: 'on-stage', breakUntil: null },
  ),
  break: ({ phase, stage }, { untilAt = null }) => {
    if (phase === 'setup') return 'refused'
    if (stage.scene === 'break' && stage.breakUntil === untilAt) return stage
    return { ...cover(stage, 'break'), breakUntil: untilAt, clock: stopped(stage.clock) }
  },
  'open-showcase': whileLive((model, { untilAt = null }) => openShowcase(model, untilAt)),
  'close-showcase': whileLive(({ stage }) =>
    stage.showcaseUntil === undefined
      ? stage
      : { ...stage, scene: 'welcome', sceneBefore: 'welcome', breakUntil: null, showcaseUntil: undefined },
  ),
  blank: ({ stage }) => (stage.scene === 'blank' ? stage : cover(stage, 'blank')),
  resume: ({ stage }) =>
    stage.scene === 'break' || stage.scene === 'blank' || besideStage(stage)
      ? { ...stage, scene: stage.sceneBefore, breakUntil: null }
      : stage,
  message: ({ stage }, { text }) => (stage.message === (text || null) ? stage : { ...stage, message: text || null }),
} satisfies Record<string, Rule>

export type PressName = keyof typeof rules

/** An undone call is forgotten unless somebody has scored the team that it opened. One press is undone once. */
export function undo(model: ShowModel): void {
  const { stage, before, judges, opened } = model
  const scored = (id: string) => !opened?.has(id) && judges.some((judge) => judge.ballots.has(id))
  const called = stage.called.filter((id) => before!.called.includes(id) || scored(id))
  model.stage = { ...before!, called }
  model.before = null
}

export function close(model: ShowModel): void {
  if (model.phase === 'closed') return
  const { stage } = model
  model.phase = 'closed'
  model.stage = { ...stage, scene: 'deciding', breakUntil: null, showcaseUntil: undefined, clock: stopped(stage.clock) }
  model.before = null
}

export function reopen(model: ShowModel): void {
  if (model.phase === 'live') return
  const [scene, sceneBefore] =
    model.stage.onStage === null ? (['welcome', 'welcome'] as const) : (['scoring', 'on-stage'] as const)
  model.phase = 'live'
  model.stage = { ...model.stage, scene, sceneBefore, breakUntil: null }
  model.before = null
}
