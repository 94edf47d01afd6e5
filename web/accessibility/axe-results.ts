/** What `npm run accessibility` writes to axe-results.json. `date` is the day of the check, `axe` the version that checked. */
export type AxeResults = {
  axe: string
  date: string
  pages: { address: string; faults: { rule: string; criteria: string[]; help: string }[] }[]
}
