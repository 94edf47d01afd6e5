import { fetchWithin } from './api.ts'

/** True when the server answers within `limitMs`. */
export const serverAnswers = (limitMs: number): Promise<boolean> =>
  fetchWithin('/api/time', { cache: 'no-store' }, limitMs).then(
    (answer) => answer.ok,
    () => false,
  )
