import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** The element with the focus, and whether a person sees it. */
export async function focused(page: Page): Promise<{ name: string; visible: boolean }> {
  for (;;) {
    const element = await readFocused(page)
    if (element) return element
    // A view ignores taps in its first moments, and elementFromPoint finds only what takes taps.
    await page.waitForFunction(() => !document.querySelector('[data-settling]'))
  }
}

const readFocused = (page: Page) =>
  page.evaluate(() => {
    if (document.querySelector('[data-settling]')) return undefined
    const focusedElement = document.activeElement as HTMLInputElement
    const label = [...(focusedElement.labels ?? [])].map((label) => label.textContent).join(' ')
    const group =
      focusedElement.type === 'radio'
        ? `${focusedElement.closest('fieldset')?.querySelector('legend')?.textContent}: `
        : ''
    const shownElement = focusedElement.type === 'radio' ? focusedElement.labels![0]! : focusedElement
    const { left, top, width, height } = shownElement.getBoundingClientRect()
    const inView = (y: number) => y > 0 && y < innerHeight
    const points = [0.1, 0.5, 0.9].map((share) => top + height * share).filter(inView)
    const isVisible = points.some((y) => shownElement.contains(document.elementFromPoint(left + width / 2, y)))
    return { name: group + (label || focusedElement.textContent || ''), visible: isVisible }
  })

/** Presses Tab until the named element has the focus; each element on the way must be visible. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const passed: string[] = []
  for (let n = 0; n < 120; n += 1) {
    await page.keyboard.press('Tab')
    const here = await focused(page)
    if (here.name) expect(here).toEqual({ name: here.name, visible: true })
    if (typeof name === 'string' ? here.name.includes(name) : name.test(here.name)) return
    passed.push(here.name)
  }
  throw new Error(`The cursor does not come to ${name}. It was on ${passed.join(', ')}.`)
}
export const press = async (page: Page, name: string | RegExp) => {
  await tabTo(page, name)
  await page.keyboard.press('Enter')
}
