import type { Update } from '../../web/core/feed/event-stream.ts'
import type { Notebook } from './checks/run-stats.ts'
import { secretsIn } from './checks/secrets.ts'
import type { Operator } from './operator.ts'
import type { Screen } from './screen.ts'

/** Looks at every single thing that reaches a screen, and at what anyone may ask for. */
export type Watch = ReturnType<typeof makeWatch>

const maySee = { nobody: ['stage', 'away'], judge: ['stage', 'you', 'away'], desk: ['stage', 'desk', 'away'] }

/** `names` are the judges' names: the room is never told them. */
export function makeWatch(notebook: Notebook, operator: Operator, names: () => string[]) {
  const { promises } = notebook
  // Many screens are told the very same: it is looked at once for each state of the reveal.
  let last = { data: '', shown: -1 }

  function lookForSecrets(name: string, data: string, who: string): void {
    const shown = operator.mostShown()
    if (last.data === data && last.shown === shown) return
    last = { data, shown }
    const found = secretsIn(JSON.parse(data), shown)
    promises.check('secret', found.length === 0, () => `“${name}”, as ${who} was told it, holds ${found.join(', ')}`)
  }

  const hear = (who: keyof typeof maySee) => (update: Update, screen: Screen) => {
    notebook.updates[screen.kind] += 1
    notebook.updateBytes += update.data.length
    lookForSecrets(update.name, update.data, who)
    const meant = maySee[who].includes(update.name)
    if (who !== 'desk') promises.check('apart', meant, () => `${who} was told “${update.name}”`)
    if (who === 'nobody') lookForNames(update.name, update.data)
  }

  function lookForNames(what: string, data: string): void {
    const named = names().find((name) => data.includes(JSON.stringify(name)))
    promises.check('apart', named === undefined, () => `“${what}” names ${named}`)
  }

  return {
    nobody: hear('nobody'),
    judge: hear('judge'),
    desk: hear('desk'),
    /** Something that was asked for with nobody's key. */
    read(path: string, body: unknown): void {
      const data = JSON.stringify(body)
      lookForSecrets(path, data, 'nobody')
      lookForNames(path, data)
    },
  }
}
