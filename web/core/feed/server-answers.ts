import { fetchWithin } from '../api.ts'

/** True when the server at `url` answers within `limitMs`. */
export const serverAnswers = (limitMs: number, url = ''): Promise<boolean> =>
  fetchWithin(`${url}/api/time`, { cache: 'no-store' }, limitMs).then(
    (answer) => answer.ok,
    () => false,
  )
