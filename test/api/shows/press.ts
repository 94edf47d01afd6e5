import fc from 'fast-check'
import { expect } from 'vitest'
import type { Answer } from '../../support/show.ts'
import type { PlayedShow } from './played-show.ts'
import { expectAgreement } from './screens.ts'
import { type PressName, rules, type ShowModel } from './show-model.ts'

type Press = fc.AsyncCommand<ShowModel, PlayedShow>
type Run = (model: ShowModel, show: PlayedShow) => Promise<void>

/** Every screen and phone is compared with the model afterwards. `check`: whether the press makes sense at this moment. */
export function press(name: string, run: Run, check: (model: Readonly<ShowModel>) => boolean = () => true): Press {
  return {
    check,
    async run(model, show) {
      await run(model, show)
      await expectAgreement(model, show)
    },
    toString: () => name,
  }
}

export function expectOutcome(answer: Answer, allowed: boolean): void {
  if (allowed) expect(answer.status, answer.text).toBeLessThan(300)
  else expect([403, 404, 409], `not refused: ${answer.text}`).toContain(answer.status)
}

export const at = <Item>(items: readonly Item[], index: number): Item => items[index % items.length]!

export function cue(
  name: PressName,
  words = '',
  detailOf: (model: ShowModel, show: PlayedShow) => object = () => ({}),
): Press {
  return press(`${name}${words}`, async (model, show) => {
    const detail = detailOf(model, show)
    const result = rules[name](model, detail)
    expectOutcome(await show.cue(name, detail), result !== 'refused')
    if (result === 'refused' || result === model.stage) return
    model.before = model.stage
    model.stage = result
  })
}

export const teams = fc.nat(7)
export const judges = fc.nat(3)
export const someJudge = (model: Readonly<ShowModel>) => model.judges.length > 0
export const untilClosed = (model: Readonly<ShowModel>) => model.phase !== 'closed'
