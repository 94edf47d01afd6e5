import { createAction } from '../../web/core/action.ts'
import { Problem } from '../../web/core/api.ts'
import type { NoticeLine } from './notice.ts'

const timeoutMs = 5000

export type DeskRequests = ReturnType<typeof createRequests>

/** Sends one request at a time. A failure becomes a notice, so that the desk stays usable. */
export function createRequests({ notice, notify, clear }: NoticeLine) {
  const action = createAction((work: () => Promise<unknown>) => Promise.race([work(), timeOut()]))

  async function send<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (action.busy()) {
      notify('That was too quick: the last press was still on its way. Look, then press again.')
      return undefined
    }
    const earlierNotice = notice()
    let result: T | undefined
    try {
      const done = await action.run(async () => {
        result = await work()
      })
      const refusal = action.refused()
      if (refusal) notify(problemWords(refusal), 'problem')
      // What was said meanwhile stays: a press that came too early, or a film that did not start.
      else if (notice() === earlierNotice) clear()
      return done ? result : undefined
    } catch {
      notify('That did not work. Look again, then press again.', 'problem')
      return undefined
    }
  }
  return { busy: action.busy, send }
}

// The operator cannot wait longer. A cue that arrives after all is harmless: the next one then carries an older version and is refused.
function timeOut(): Promise<never> {
  return new Promise((_, reject) => setTimeout(() => reject(new Problem('offline', 'No answer', 0)), timeoutMs))
}

function problemWords(problem: Problem): string {
  if (problem.code === 'offline') {
    return 'No answer from the server. The press may not have arrived: look at the stage, then press again.'
  }
  return problem.detail ? `${problem.title}. ${problem.detail}` : `${problem.title}.`
}
