import { type Fault, Invalid, Refusal } from '../refusal.ts'

/** An archive may hold a million ballots, and nobody reads a million faults. */
const maxFaults = 20

export type FaultList = {
  faults: Fault[]
  check: (pointer: string, rule: () => void) => void
  expect: (pointer: string, holds: boolean, title: string) => void
  /** `where` gives the pointer of a repeated text. */
  expectUnique: (texts: string[], where: (at: number) => string, title: string) => void
}

export function createFaultList(): FaultList {
  const faults: Fault[] = []
  const add = (fault: Fault) => {
    if (faults.length < maxFaults) faults.push(fault)
  }
  const expect: FaultList['expect'] = (pointer, holds, title) => {
    if (!holds) add({ pointer, title })
  }
  return {
    faults,
    expect,
    check(pointer, rule) {
      try {
        rule()
      } catch (refused) {
        if (refused instanceof Invalid)
          for (const field of refused.fields) add({ ...field, pointer: pointer + field.pointer })
        else if (refused instanceof Refusal) add({ pointer, title: refused.detail ?? refused.message })
        else throw refused
      }
    },
    expectUnique(texts, where, title) {
      const seen = new Set<string>()
      for (const [at, text] of texts.entries()) {
        expect(where(at), !seen.has(text), title)
        seen.add(text)
      }
    },
  }
}
