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

/** The paths in a payload that reveal a result too early. */
export function findSecrets(payload: unknown, shownSteps: number): string[] {
  const secrets: string[] = []
  visit(payload, '')
  return secrets

  function visit(value: unknown, parentPath: string): void {
    if (typeof value !== 'object' || value === null) return
    for (const [name, child] of Object.entries(value)) {
      const path = parentPath === '' ? name : `${parentPath}.${name}`
      if (path === 'reveal.shown') countSteps(child)
      else if (!Array.isArray(value) && secretNames.has(name)) secrets.push(path)
      else visit(child, path)
    }
  }

  function countSteps(steps: unknown): void {
    const count = Array.isArray(steps) ? steps.length : Number.POSITIVE_INFINITY
    if (count > shownSteps) secrets.push(`reveal.shown has ${count} steps while ${shownSteps} have been shown`)
  }
}
