import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import results from '../../../web/accessibility/axe-results.json' with { type: 'json' }
import { checkPages } from '../../accessibility/check-pages.ts'
import { browserLimitMs } from '../support/open-browser.ts'
import { createPagePool, type PagePool } from '../support/page-pool.ts'
import { connectBrowser, sharedServer } from '../support/shared.ts'

describe('the accessibility statement', () => {
  const server = sharedServer()
  let pool: PagePool
  beforeAll(async () => {
    pool = createPagePool(await connectBrowser(), server.address)
  }, browserLimitMs)
  afterAll(() => pool?.close())

  it('names every fault that axe finds', { timeout: 300_000 }, async () => {
    const { axe, pages } = await checkPages(server, pool)
    expect({ axe: results.axe, pages: results.pages }).toEqual({ axe, pages })
  })
})
