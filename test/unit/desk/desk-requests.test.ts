import { createRoot } from 'solid-js'
import { describe, expect, it } from 'vitest'
import { createNoticeLine } from '../../../presenter/desk/notice.ts'
import { createRequests } from '../../../presenter/desk/requests.ts'

const inRoot = <T>(work: () => T) => createRoot((dispose) => ({ ...work(), dispose }))

function setUp() {
  return inRoot(() => {
    const noticeLine = createNoticeLine()
    return { noticeLine, requests: createRequests(noticeLine) }
  })
}

describe('the notice at the desk', () => {
  it('of an earlier press goes when the next one has worked', async () => {
    const { noticeLine, requests, dispose } = setUp()
    noticeLine.notify('Press again to close.', 'confirm')
    await requests.send(async () => 'stage')
    expect(noticeLine.notice()).toBeUndefined()
    dispose()
  })

  it('that came while a press was on its way stays when the press has worked', async () => {
    const { noticeLine, requests, dispose } = setUp()
    noticeLine.notify('Press again to close.', 'confirm')
    await requests.send(async () => noticeLine.notify('The film did not start.', 'problem'))
    expect(noticeLine.notice()?.words).toBe('The film did not start.')
    dispose()
  })

  it('about a press that came too early stays when the press before it has worked', async () => {
    const { noticeLine, requests, dispose } = setUp()
    let answer!: () => void
    const first = requests.send(() => new Promise<void>((resolve) => (answer = resolve)))
    expect(await requests.send(async () => 'stage')).toBeUndefined()
    answer()
    await first
    expect(noticeLine.notice()?.words).toContain('That was too quick')
    dispose()
  })
})
