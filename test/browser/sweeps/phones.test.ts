import { request } from 'node:http'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BuiltServer } from '../support/built-server.ts'
import { makeShow } from '../support/driven-show.ts'
import { browserLimitMs, laptopSize } from '../support/open-browser.ts'
import { startReadyServer } from '../support/ready-server.ts'
import { connectBrowser } from '../support/shared.ts'

const publicUrl = 'http://hall.test'
/** Written the same in any address or body. */
const password = 'never-leaves-this-browser'

/** As a phone in the hall would, which knows the server by its public name. */
function visitAsPhone(server: BuiltServer): Promise<string> {
  const headers = { host: 'hall.test', 'x-forwarded-for': '192.168.4.77' }
  return new Promise((resolve, reject) => {
    const sent = request(`${server.address}/api/network/visits`, { method: 'POST', headers }, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (part) => {
        text += part
      })
      answer.on('end', () => resolve(text))
    })
    sent.on('error', reject).end()
  })
}

describe('the first page', () => {
  let server: BuiltServer
  let browser: Browser
  let page: Page
  const sent: string[] = []
  beforeAll(async () => {
    server = await startReadyServer({ publicUrl })
    browser = await connectBrowser()
    page = await (await browser.newContext({ ...laptopSize, baseURL: server.address })).newPage()
    page.on('request', (made) => sent.push(made.url() + (made.postData() ?? '')))
    await page.goto(`/owner#k=${server.ownerKey}`)
  }, browserLimitMs)
  afterAll(async () => {
    await page?.context().close()
    await browser?.close()
    await server?.stop()
  })

  it('shows the code for phones, and notices the first one that comes', async () => {
    await page.getByRole('img', { name: `QR code for ${publicUrl}/phone` }).waitFor()
    await page.getByText('Waiting for a phone…').waitFor()
    expect(JSON.parse(await visitAsPhone(server))).toEqual({ counted: true })
    await page.getByText(/^A phone got through at \d\d:\d\d\.$/).waitFor()
  })

  it('opens the folded fields of an event where one is wrong, and makes a code for the Wi-Fi whose password stays in this browser, where the door poster finds it', async () => {
    await page.getByText('A code that lets phones join the Wi-Fi').click()
    await page.getByLabel('Wi-Fi name').fill('Town Hall')
    await page.getByLabel('Wi-Fi password').fill(password)
    await page.getByRole('img', { name: 'QR code for the Wi-Fi Town Hall' }).waitFor()
    await page.reload()
    await page.getByText('A code that lets phones join the Wi-Fi').click()
    expect(await page.getByLabel('Wi-Fi password').inputValue()).toBe('')
    await page.getByLabel('Wi-Fi name').fill('Town Hall')
    await page.getByLabel('Wi-Fi password').fill(password)
    await page.getByLabel(/^Remember it in this browser/).check()

    await page.getByLabel('Name of the event').fill('Makers')
    await page.getByText('Date, times and who can judge (optional)').click()
    await page.getByLabel('Minutes to talk').fill('too long')
    await page.getByText('Date, times and who can judge (optional)').click()
    await page.getByRole('button', { name: 'Set up the event' }).click()
    await page.getByLabel('Minutes to talk').and(page.locator('[aria-invalid]')).fill('5')
    await page.getByRole('button', { name: 'Set up the event' }).click()
    await page.waitForURL(/\/organise/)
    const slug = new URL(page.url()).pathname.split('/')[2]
    await page.goto(`/e/${slug}/print?what=poster`)
    await page.getByRole('img', { name: 'QR code for the Wi-Fi Town Hall' }).waitFor()
    expect(await page.getByLabel('Wi-Fi password (optional)').inputValue()).toBe(password)
    expect(sent.length).toBeGreaterThan(5)
    expect(sent.filter((text) => text.includes(password))).toEqual([])
  })

  it('asks before it is closed while a show is on, and follows its own links without a question', async () => {
    const show = await makeShow(server.address, server.ownerKey)
    const asked: string[] = []
    page.on('dialog', async (dialog) => {
      asked.push(dialog.type())
      await dialog.dismiss()
    })
    const close = async () => {
      await page.goto('/owner')
      // Browsers ask only where somebody has pressed something.
      await page.getByText('No phone gets through?').click()
      await page.close({ runBeforeUnload: true })
    }
    await show.cue({ cue: 'open-doors' })
    await page.goto('/owner')
    await page.getByText('No phone gets through?').click()
    await page.getByRole('link', { name: 'Room' }).first().click()
    await page.waitForURL(/\/e\//)
    expect(asked).toEqual([])
    await close()
    await expect.poll(() => asked).toEqual(['beforeunload'])
    expect(page.isClosed()).toBe(false)
  })
})
