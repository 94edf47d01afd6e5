import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../api/operations/package-root.ts'
import { startBuiltServer } from '../browser/support/built-server.ts'
import { openBrowser } from '../browser/support/open-browser.ts'
import { createPagePool } from '../browser/support/page-pool.ts'
import { checkPages } from './check-pages.ts'

/*
 * npm run accessibility
 * Checks each page with axe and writes what it found into the accessibility statement; build again to show it.
 */

const server = await startBuiltServer()
const browser = await openBrowser('whole')
try {
  const { axe, pages } = await checkPages(server, createPagePool(browser, server.address))
  const date = new Date().toISOString().slice(0, 10)
  const path = join(packageRoot, 'web/accessibility/axe-results.json')
  writeFileSync(path, `${JSON.stringify({ axe, date, pages }, null, 2)}\n`)
  const faulty = pages.filter(({ faults }) => faults.length > 0)
  process.stdout.write(`${pages.length} pages checked, ${faulty.length} with faults.\n`)
} finally {
  await browser.close()
  await server.stop()
}
