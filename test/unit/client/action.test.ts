import { describe, expect, it } from 'vitest'
import { createAction } from '../../../web/core/action.ts'
import { Problem } from '../../../web/core/api.ts'

const offline = new Problem('offline', 'The server cannot be reached', 0)

function openWork() {
  const starts: string[] = []
  const ends: { succeed: () => void; fail: (failure: Error) => void }[] = []
  const work = (name: string) => {
    starts.push(name)
    return new Promise<void>((succeed, fail) => ends.push({ succeed, fail }))
  }
  return { starts, ends, action: createAction(work) }
}

describe('an action', () => {
  it('runs once when it is pressed twice', async () => {
    const { starts, ends, action } = openWork()
    const first = action.run('bins')
    expect(action.busy()).toBe(true)
    expect(await action.run('damp')).toBe(false)
    ends[0]!.succeed()
    expect(await first).toBe(true)
    expect([starts, action.busy(), action.done()]).toEqual([['bins'], false, true])
    action.run('damp')
    expect([starts, action.done()]).toEqual([['bins', 'damp'], false])
  })

  it('keeps the refusal until the next run', async () => {
    const { ends, action } = openWork()
    const first = action.run('bins')
    ends[0]!.fail(offline)
    expect(await first).toBe(false)
    expect([action.refused(), action.busy(), action.done()]).toEqual([offline, false, false])
    action.run('bins')
    expect(action.refused()).toBeUndefined()
  })

  it('runs again with the arguments that were refused', async () => {
    const { starts, ends, action } = openWork()
    expect(await action.again()).toBe(false)
    const first = action.run('bins')
    ends[0]!.fail(offline)
    await first
    const second = action.again()
    ends[1]!.succeed()
    expect(await second).toBe(true)
    expect([starts, action.done(), action.refused()]).toEqual([['bins', 'bins'], true, undefined])
  })

  it('throws a failure that is no refusal, and can be pressed again after it', async () => {
    const { ends, action } = openWork()
    const first = action.run('bins')
    ends[0]!.fail(new TypeError('a fault'))
    await expect(first).rejects.toThrow('a fault')
    expect([action.busy(), action.refused()]).toEqual([false, undefined])
  })

  it('forgets how it ended when it is reset', async () => {
    const { ends, action } = openWork()
    const first = action.run('bins')
    ends[0]!.fail(offline)
    await first
    action.reset()
    expect(action.refused()).toBeUndefined()
  })
})
