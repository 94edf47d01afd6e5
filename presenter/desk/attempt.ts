import { createSignal } from 'solid-js'
import { Problem } from '../../web/core/api.ts'
import type { createNotice } from './notice.ts'

const patienceMs = 5000

export type Attempt = ReturnType<typeof createAttempt>['attempt']

/** One call at a time; whatever goes wrong is said and leaves the desk usable. */
export function createAttempt({ say, clear }: Pick<ReturnType<typeof createNotice>, 'say' | 'clear'>) {
  const [busy, setBusy] = createSignal(false)
  let turnedAway = false

  /** Undefined when it was not tried or did not work; the operator has then been told. */
  async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (busy()) {
      turnedAway = true
      say('That was too quick: the last press was still on its way. Look, then press again.')
      return undefined
    }
    setBusy(true)
    turnedAway = false
    try {
      const done = await Promise.race([work(), tooLate()])
      // Whoever was turned away meanwhile must still be able to read it.
      if (!turnedAway) clear()
      return done
    } catch (problem) {
      say(sentenceOf(problem), 'problem')
      return undefined
    } finally {
      setBusy(false)
    }
  }
  return { busy, attempt }
}

// An operator cannot wait as long as a phone can. A press that lands after all is harmless: the next one carries an older version.
function tooLate(): Promise<never> {
  return new Promise((_, reject) => setTimeout(() => reject(new Problem('offline', 'No answer', 0)), patienceMs))
}

function sentenceOf(problem: unknown): string {
  if (!(problem instanceof Problem)) return 'That did not work. Look again, then press again.'
  if (problem.code === 'offline') {
    return 'No answer from the server. The press may not have arrived: look at the stage, then press again.'
  }
  return problem.detail ? `${problem.title}. ${problem.detail}` : `${problem.title}.`
}
