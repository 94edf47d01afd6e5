import { describe, expect, it } from 'vitest'
import { findDuplicatePairs, findDuplicates } from '../../../api/rules/event/find-duplicate.ts'

const named = (...names: string[]) => names.map((name) => ({ name }))
const found = (known: string[], name: string) => findDuplicates(named(...known), name).map((person) => person.name)

describe('a typed name beside the listed ones', () => {
  it.each([
    ['Tom Bridge', 'tom bridge'],
    ['Tom Bridge', '  TOM   Bridge '],
    ['Cllr Ann Shaw', 'Ann Shaw'],
    ['Ann Shaw', 'Councillor Ann Shaw'],
    ['Dr. Ann Shaw', 'Prof Ann Shaw OBE'],
    ['Ann Shaw', 'Shaw, Ann'],
    ['José Núñez', 'Jose Nunez'],
    ['Jose\u0301 Núñez', 'José Núñez'],
    ['Søren Łukasz', 'Soren Lukasz'],
    ['Siobhán O’Neill', "Siobhan O'Neill"],
    ['Anne-Marie Price', 'Anne Marie Price'],
    ['Anne-Marie Price', 'Annemarie Price'],
    ['李小龙', '李小龙'],
    ['Tom Bridge', 'Tom Brigde'],
    ['Tom Bridge', 'Tom Bidge'],
    ['Tom Bridge', 'Tom Bridgge'],
    ['Tom Bridge', 'Tom Bredge'],
    ['Angela Grant', 'A. Grant'],
    ['Cllr', 'cllr'],
  ])('“%s” is found for “%s”, and the other way round', (listed, typed) => {
    expect(found([listed], typed)).toEqual([listed])
    expect(found([typed], listed)).toEqual([typed])
  })

  it.each([
    ['Tom Bridge', 'Tim Bridge'],
    ['Tom Bridge', 'Tom Burridge'],
    ['Judge 1', 'Judge 2'],
    ['Ann Abbott', 'Ann Abbott 2'],
    ['Ann Shaw', 'Ann'],
    ['Ann Shaw', 'Shaw'],
    ['Ann Shaw', 'Bob Shaw'],
    ['Cllr Ann Shaw', 'Cllr Bob Price'],
    ['Mayor', 'Cllr'],
    ['Jan', 'Jon'],
    ['कि दास', 'का दास'],
    ['!!!', '???'],
  ])('“%s” is not found for “%s”', (listed, typed) => {
    expect(found([listed], typed)).toEqual([])
    expect(found([typed], listed)).toEqual([])
  })

  it('finds equal names before near ones', () => {
    expect(found(['Tom Bridger', 'Ann Shaw', 'Cllr Tom Bridge'], 'tom bridge')).toEqual([
      'Cllr Tom Bridge',
      'Tom Bridger',
    ])
  })
})

describe('the pairs of one name on a panel', () => {
  it('are those that a comparison of everyone with everyone finds', () => {
    const first = ['Ann', 'Anne', 'Tom', 'Jose', 'José', 'A.', 'Cllr Ann']
    const last = ['Shaw', 'Shore', 'Bridge', 'Brigde', 'Núñez', 'Nunez', '']
    const people = named(...first.flatMap((a) => last.map((b) => `${a} ${b}`.trim())))
    const each = people.flatMap((person, at) =>
      findDuplicates(people.slice(at + 1), person.name).map((other) => new Set([person.name, other.name])),
    )
    const pairs = findDuplicatePairs(people).map((pair) => new Set(pair.map(({ name }) => name)))
    expect(pairs.length).toBeGreaterThan(50)
    expect(new Set(pairs.map((pair) => [...pair].sort().join()))).toEqual(
      new Set(each.map((pair) => [...pair].sort().join())),
    )
  })
})
