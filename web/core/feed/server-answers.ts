import { fetchWithin } from '../api.ts'

export const serverAnswers = (limitMs: number, url = ''): Promise<boolean> =>
  fetchWithin(`${url}/api/time`, { cache: 'no-store' }, limitMs).then(
    (answer) => answer.ok,
    () => false,
  )
