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
 * The paths in a payload that reveal a result too early.
 * `shownSteps`: how many steps of the reveal the desk has uncovered so far.
 */
export function findSecrets(payload: unknown, shownSteps: number): string[] {
  const secrets: string[] = []
  visit(payload, '')
  return secrets

  function visit(value: unknown, place: string): void {
    if (typeof value !== 'object' || value === null) return
    for (const [name, inner] of Object.entries(value)) {
      const path = place === '' ? name : `${place}.${name}`
      if (path === 'reveal.shown') countSteps(inner)
      else if (!Array.isArray(value) && secretNames.has(name)) secrets.push(path)
      else visit(inner, path)
    }
  }

  function countSteps(steps: unknown): void {
    const many = Array.isArray(steps) ? steps.length : Number.POSITIVE_INFINITY
    if (many > shownSteps) secrets.push(`reveal.shown holds ${many} steps while ${shownSteps} have been shown`)
  }
}
