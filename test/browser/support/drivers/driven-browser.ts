import { phoneSize } from '../open-browser.ts'
import { connectBrowser } from '../shared.ts'

/** What a journey does with a browser: elements are found by role and name, as people find them. */
export type DrivenBrowser = {
  open(address: string): Promise<void>
  reload(): Promise<void>
  back(): Promise<void>
  tap(role: 'button' | 'link' | 'radio', name: string, group?: string): Promise<void>
  tapAt(x: number, y: number): Promise<void>
  type(label: string, text: string): Promise<void>
  text(): Promise<string>
  evaluate<T>(expression: string): Promise<T>
  close(): Promise<void>
}

export async function openChromium(): Promise<DrivenBrowser> {
  const browser = await connectBrowser()
  const context = await browser.newContext({ ...phoneSize, locale: 'en-GB' })
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  return {
    open: async (address) => void (await page.goto(address)),
    reload: async () => void (await page.reload()),
    back: async () => void (await page.goBack()),
    async tap(role, name, group) {
      const place = group === undefined ? page : page.getByRole('group', { name: group })
      await place.getByRole(role, { name }).first().tap()
    },
    tapAt: (x, y) => page.touchscreen.tap(x, y),
    type: (label, text) => page.getByLabel(label).fill(text),
    text: () => page.innerText('body').catch(() => ''),
    evaluate: (expression) => page.evaluate(expression),
    close: () => browser.close(),
  }
}
