import type { DrivenBrowser } from './driven-browser.ts'

export type Send = (command: Command, about?: Record<string, unknown>) => Promise<any>
export type Command =
  | 'url'
  | 'back'
  | 'execute'
  | 'click'
  | 'value'
  | 'clear'
  | 'actions'
  | 'computedrole'
  | 'computedlabel'

const elementKey = 'element-6066-11e4-a52e-4f735466cecf'
const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))
const limitMs = 60_000

const candidates = `
  const [words, group] = arguments
  const within = group
    ? [...document.querySelectorAll('fieldset')].filter((fieldset) => fieldset.querySelector('legend').textContent === group)
    : [document]
  const textOf = (element) => [...(element.labels ?? [])].map((label) => label.textContent).join(' ') || element.textContent
  return within
    .flatMap((place) => [...place.querySelectorAll('button, a, input, textarea')])
    .filter((element) => textOf(element).includes(words) && element.getClientRects().length > 0)`

const toTheMiddle = `arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })`

export function driveByCommands(send: Send, close: () => Promise<void>): DrivenBrowser {
  async function find(fits: (role: string, label: string) => boolean, words: string, group?: string): Promise<string> {
    const limit = performance.now() + limitMs
    const seenIds = new Set<string>()
    while (performance.now() < limit) {
      const found = (await send('execute', { script: candidates, args: [words, group ?? null] })) as object[]
      for (const match of found) {
        const id = (match as Record<string, string>)[elementKey]!
        const [role, label] = [await send('computedrole', { id }), await send('computedlabel', { id })]
        if (fits(role, label)) return id
        seenIds.add(`${role} “${label}”`)
      }
      await pause(100)
    }
    const near = seenIds.size > 0 ? ` There is ${[...seenIds].join(', ')}.` : ''
    throw new Error(`“${words}” did not come.${near}`)
  }

  async function withElement(found: () => Promise<string>, work: (id: string) => Promise<void>): Promise<void> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await work(await found())
      } catch (failure) {
        if (attempt === 5 || !/stale|not interactable|intercepted/i.test(String(failure))) throw failure
        await pause(200)
      }
    }
  }

  /** As a person reloads: a driver's refresh bypasses the service worker in some browsers. */
  async function reload(): Promise<void> {
    await send('execute', { script: 'window.before = true; setTimeout(() => location.reload())', args: [] })
    const loaded = `return !window.before && document.readyState === 'complete'`
    for (const limit = performance.now() + limitMs; performance.now() < limit; await pause(100))
      if (await send('execute', { script: loaded, args: [] }).catch(() => false)) return
    throw new Error('The page did not load again.')
  }

  return {
    open: (address) => send('url', { url: address }),
    reload,
    back: () => send('back'),
    tap: (role, name, group) =>
      withElement(
        () => find((itsRole, label) => itsRole.toLowerCase().startsWith(role) && label.includes(name), name, group),
        async (id) => {
          await send('execute', { script: toTheMiddle, args: [{ [elementKey]: id }] })
          await send('click', { id })
        },
      ),
    tapAt: (x, y) =>
      send('actions', {
        actions: [
          {
            type: 'pointer',
            id: 'finger',
            parameters: { pointerType: 'mouse' },
            actions: [
              { type: 'pointerMove', duration: 0, origin: 'viewport', x: Math.round(x), y: Math.round(y) },
              { type: 'pointerDown', button: 0 },
              { type: 'pointerUp', button: 0 },
            ],
          },
        ],
      }),
    type: (label, text) =>
      withElement(
        () => find((role, itsLabel) => /text/i.test(role) && itsLabel.includes(label), label),
        async (id) => {
          await send('clear', { id })
          await send('value', { id, text })
        },
      ),
    text: async () =>
      String(await send('execute', { script: 'return document.body.innerText', args: [] }).catch(() => '')),
    evaluate: (expression) => send('execute', { script: `return ${expression}`, args: [] }),
    close,
  }
}
