import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../api/operations/package-root.ts'
import { pages } from '../../api/rules/pages.ts'

const read = (path: string) => JSON.parse(readFileSync(join(packageRoot, path), 'utf8'))

/** `npm run accessibility` makes them anew. */
describe('the checked-in results of axe', () => {
  const results = read('web/accessibility/axe-results.json')

  it('are of every page there is', () => {
    const checked = results.pages.map(({ address }: { address: string }) => address)
    expect(checked).toEqual(Object.values(pages).map(({ address }) => address))
  })

  it('are of the version of axe that is installed', () => {
    expect(results.axe).toBe(read('package.json').devDependencies['axe-core'])
  })
})
