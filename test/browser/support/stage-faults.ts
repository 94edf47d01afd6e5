import type { Page } from 'playwright-core'

/**
 * What breaks the rules of the stage: words under 3.5 % of its height or in its bottom sixth, and words that are cut off or leave the
 * picture.
 */
export function findStageFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const picture = document.querySelector('[data-screen="stage"] > div')!
    const bounds = picture.getBoundingClientRect()
    const unit = bounds.height / 100
    const faults: string[] = []
    for (const element of picture.querySelectorAll<HTMLElement>('*')) {
      const words = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim())
      const box = element.getBoundingClientRect()
      const style = getComputedStyle(element)
      if (!words || box.height === 0 || style.visibility === 'hidden') continue
      const size = Number.parseFloat(style.fontSize) / unit
      const text = element.textContent!.slice(0, 40)
      if (size < 3.49) faults.push(`${text}: ${size.toFixed(2)} %`)
      // A line is a little higher than its letters.
      if ((box.bottom - bounds.top) / unit > 84.5) faults.push(`${text}: in the bottom sixth`)
      if (box.right > bounds.right + 1 || box.left < bounds.left - 1) faults.push(`${text}: outside the picture`)
    }
    return faults
  })
}

/** The sizes of the teams' names at a step of the reveal, in hundredths of the stage's height. */
export function nameSizes(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const unit = document.querySelector('[data-screen="stage"] > div')!.getBoundingClientRect().height / 100
    return [...document.querySelectorAll('[data-award] [data-name]')].map(
      (name) => Number.parseFloat(getComputedStyle(name).fontSize) / unit,
    )
  })
}
