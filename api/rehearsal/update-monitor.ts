import type { Update } from '../../web/core/feed/event-stream.ts'
import type { RunStats } from './checks/run-stats.ts'
import { findSecrets } from './checks/secrets.ts'
import type { Operator } from './operator.ts'
import type { Screen } from './screen.ts'

/** Checks every update that reaches a screen, and every public response, for results and names. */
export type UpdateMonitor = ReturnType<typeof createUpdateMonitor>

const maySee = { nobody: ['stage', 'away'], judge: ['stage', 'you', 'away'], desk: ['stage', 'desk', 'away'] }

export function createUpdateMonitor(stats: RunStats, operator: Operator, names: () => string[]) {
  const { promises } = stats
  // Many screens receive the same data: check it once a reveal step.
  let last = { data: '', shown: -1 }

  function checkSecrets(name: string, data: string, who: string): void {
    const shown = operator.mostShown()
    if (last.data === data && last.shown === shown) return
    last = { data, shown }
    const found = findSecrets(JSON.parse(data), shown)
    promises.check('secret', found.length === 0, () => `“${name}”, as ${who} was told it, holds ${found.join(', ')}`)
  }

  const monitorAs = (who: keyof typeof maySee) => (update: Update, screen: Screen) => {
    stats.updates[screen.kind] += 1
    stats.updateBytes += update.data.length
    checkSecrets(update.name, update.data, who)
    const meant = maySee[who].includes(update.name)
    if (who !== 'desk') promises.check('apart', meant, () => `${who} was told “${update.name}”`)
    if (who === 'nobody') checkNames(update.name, update.data)
  }

  function checkNames(what: string, data: string): void {
    const named = names().find((name) => data.includes(JSON.stringify(name)))
    promises.check('apart', named === undefined, () => `“${what}” names ${named}`)
  }

  return {
    nobody: monitorAs('nobody'),
    judge: monitorAs('judge'),
    desk: monitorAs('desk'),
    read(path: string, body: unknown): void {
      const data = JSON.stringify(body)
      checkSecrets(path, data, 'nobody')
      checkNames(path, data)
    },
  }
}
