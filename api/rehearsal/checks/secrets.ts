/** Names under which a result would travel. */
const secretNames = new Set([
  ...['score', 'scores', 'rank', 'ranks', 'rawMean', 'mean', 'average', 'total', 'points', 'low', 'high'],
  ...['standing', 'standings', 'award', 'awards', 'winner', 'winners', 'byCriterion', 'result', 'results', 'digest'],
  ...[
    'shownScore',
    'tiedWith',
    'tieBrokenBy',
    'partedFromAbove',
    'leniency',
    'explanation',
    'comment',
    'ballots',
    'castingVote',
    'warnings',
  ],
])

/**
 * What a payload gives away before its time, as places in it; none when it keeps the secret.
 * `shownSteps`: how many steps of the reveal the desk has uncovered so far.
 */
export function secretsIn(payload: unknown, shownSteps: number): string[] {
  const found: string[] = []
  look(payload, '')
  return found

  function look(value: unknown, place: string): void {
    if (typeof value !== 'object' || value === null) return
    for (const [name, inner] of Object.entries(value)) {
      const here = place === '' ? name : `${place}.${name}`
      if (here === 'reveal.shown') lookAtSteps(inner)
      else if (!Array.isArray(value) && secretNames.has(name)) found.push(here)
      else look(inner, here)
    }
  }

  function lookAtSteps(steps: unknown): void {
    const many = Array.isArray(steps) ? steps.length : Number.POSITIVE_INFINITY
    if (many > shownSteps) found.push(`reveal.shown holds ${many} steps while ${shownSteps} have been shown`)
  }
}
