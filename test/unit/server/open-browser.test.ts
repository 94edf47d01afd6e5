import { expect, it } from 'vitest'
import { browserCommand } from '../../../api/program/open-browser.ts'

it('opens an address with the command of each system', () => {
  const address = 'http://localhost:3000/owner#k=abc'
  expect(browserCommand(address, 'win32')).toEqual(['cmd', ['/c', 'start', '""', address]])
  expect(browserCommand(address, 'darwin')).toEqual(['open', [address]])
  expect(browserCommand(address, 'linux')).toEqual(['xdg-open', [address]])
})
