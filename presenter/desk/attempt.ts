import { createAction } from '../../web/core/action.ts'
import { Problem } from '../../web/core/api.ts'
import type { createNotice } from './notice.ts'

const patienceMs = 5000

export type Attempt = ReturnType<typeof createAttempt>['attempt']

/** One call at a time; whatever goes wrong is said and leaves the desk usable. */
export function createAttempt({ say, clear }: Pick<ReturnType<typeof createNotice>, 'say' | 'clear'>) {
  const action = createAction((work: () => Promise<unknown>) => Promise.race([work(), tooLate()]))
  let turnedAway = false

  /** Undefined when it was not tried or did not work; the operator has then been told. */
  async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (action.busy()) {
      turnedAway = true
      say('That was too quick: the last press was still on its way. Look, then press again.')
      return undefined
    }
    turnedAway = false
    let result: T | undefined
    try {
      const done = await action.run(async () => {
        result = await work()
      })
      const refusal = action.refused()
      if (refusal) say(sentenceOf(refusal), 'problem')
      // The words about a press that came too early stay readable.
      else if (!turnedAway) clear()
      return done ? result : undefined
    } catch {
      say('That did not work. Look again, then press again.', 'problem')
      return undefined
    }
  }
  return { busy: action.busy, attempt }
}

// An operator cannot wait as long as a phone can. A press that lands after all is harmless: the next one carries an older version.
function tooLate(): Promise<never> {
  return new Promise((_, reject) => setTimeout(() => reject(new Problem('offline', 'No answer', 0)), patienceMs))
}

function sentenceOf(problem: Problem): string {
  if (problem.code === 'offline') {
    return 'No answer from the server. The press may not have arrived: look at the stage, then press again.'
  }
  return problem.detail ? `${problem.title}. ${problem.detail}` : `${problem.title}.`
}
