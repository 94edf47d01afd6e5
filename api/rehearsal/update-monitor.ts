import type { Update } from '../../web/core/feed/event-stream.ts'
import type { RunStats } from './checks/run-stats.ts'
import { findSecrets } from './checks/secrets.ts'
import type { Operator } from './operator.ts'
import type { Screen } from './screen.ts'

export type UpdateMonitor = ReturnType<typeof createUpdateMonitor>

const visibleUpdates = {
  anonymous: ['stage', 'away'],
  judge: ['stage', 'you', 'away'],
  desk: ['stage', 'desk', 'away'],
}

export function createUpdateMonitor(stats: RunStats, operator: Operator, names: () => string[]) {
  const { promises } = stats
  // Many screens receive the same data: check it once for each reveal step.
  let lastChecked = { data: '', shown: -1 }

  function checkSecrets(name: string, data: string, audience: string): void {
    const shown = operator.maxShownSteps()
    if (lastChecked.data === data && lastChecked.shown === shown) return
    lastChecked = { data, shown }
    const secrets = findSecrets(JSON.parse(data), shown)
    promises.check('secret', secrets.length === 0, () => `“${name}” for ${audience} contains ${secrets.join(', ')}`)
  }

  const monitorAs = (audience: keyof typeof visibleUpdates) => (update: Update, screen: Screen) => {
    stats.updates[screen.kind] += 1
    stats.updateBytes += update.data.length
    checkSecrets(update.name, update.data, audience)
    const visible = visibleUpdates[audience].includes(update.name)
    if (audience !== 'desk') promises.check('private', visible, () => `${audience} received “${update.name}”`)
    if (audience === 'anonymous') checkNames(update.name, update.data)
  }

  function checkNames(source: string, data: string): void {
    const judgeName = names().find((name) => data.includes(JSON.stringify(name)))
    promises.check('private', judgeName === undefined, () => `“${source}” names ${judgeName}`)
  }

  return {
    anonymous: monitorAs('anonymous'),
    judge: monitorAs('judge'),
    desk: monitorAs('desk'),
    checkResponse(path: string, body: unknown): void {
      const data = JSON.stringify(body)
      checkSecrets(path, data, 'anonymous')
      checkNames(path, data)
    },
  }
}
