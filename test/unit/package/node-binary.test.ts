import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { requireIntegrity } from '../../../api/packaging/portable/node-binary.ts'
import { platforms } from '../../../api/packaging/portable/platforms.ts'

it('refuses a Node binary that is not the expected file', () => {
  const bytes = Buffer.from('node')
  const expected = `sha512-${createHash('sha512').update(bytes).digest('base64')}`
  expect(() => requireIntegrity(bytes, expected, 'node 1')).not.toThrow()
  expect(() => requireIntegrity(Buffer.from('n0de'), expected, 'node 1')).toThrow(
    /^node 1 is not the file that was expected/,
  )
  for (const { integrity } of platforms) expect(integrity).toMatch(/^sha512-[\w+/]{86}==$/)
})
