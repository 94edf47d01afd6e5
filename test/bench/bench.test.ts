import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const letters = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M', 'N']
const browsing = ['D', 'F', 'H', 'N']

async function measureTiny(names: string[]): Promise<any[]> {
  const { stdout } = await promisify(execFile)('npx', ['tsx', 'test/bench/bench.ts', '--tiny', ...names])
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}

it('measures every figure, each by a bench that starts what it needs', async () => {
  const others = letters.filter((letter) => !browsing.includes(letter))
  const lines = (await Promise.all([measureTiny(browsing), measureTiny(others)])).flat()
  expect(lines.filter(({ failed }) => failed !== undefined)).toEqual([])
  expect(lines.map(({ bench }) => bench)).toEqual([...browsing, ...others])
  expect(lines.every(({ machine }) => machine.cores > 0 && machine.load >= 0)).toBe(true)
  const lineOf = (bench: string) => lines.find((line) => line.bench === bench)
  expect(lineOf('E').acknowledgedBallotsLost + lineOf('K').killed.acknowledgedBallotsLost).toBe(0)
  expect(lineOf('G')).toMatchObject(lineOf('G').reach)
}, 600_000)
