import fc from 'fast-check'

export type Schema = {
  type?: string | string[]
  const?: unknown
  enum?: unknown[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  additionalProperties?: Schema | boolean
  minItems?: number
  maxItems?: number
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  format?: string
  pattern?: string
}

export type Known = Record<string, unknown>

function typeIs(value: unknown): string {
  if (isList(value)) return 'array'
  return Number.isInteger(value) ? 'integer' : typeof value
}

/** One valid value for each alternative of the outermost shape, with every optional field. */
export function validBodies(schema: Schema, known: Known, name = ''): unknown[] {
  const ways = schema.oneOf ?? schema.anyOf
  if (ways) return ways.flatMap((way) => validBodies(way, known, name))
  if (schema.const !== undefined) return [schema.const]
  if (schema.enum) return schema.enum
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type
  if (name in known && (known[name] === undefined || typeIs(known[name]) === type)) return [known[name]]
  if (type === 'object') {
    const fields = Object.entries(schema.properties ?? {})
    return [Object.fromEntries(fields.map(([field, of]) => [field, validBodies(of, known, field)[0]]))]
  }
  if (type === 'array') {
    const [item] = validBodies(schema.items ?? {}, known, name)
    return [Array.from({ length: Math.max(1, schema.minItems ?? 0) }, () => item)]
  }
  if (type === 'integer' || type === 'number') return [Math.min(schema.maximum ?? 3, Math.max(3, schema.minimum ?? 3))]
  if (type === 'boolean') return [false]
  if (type === 'null') return [null]
  if (schema.format === 'date-time') return ['2026-10-08T18:30:00.000Z']
  if (schema.format === 'uri') return ['https://example.org/bins']
  return ['x'.repeat(Math.max(3, schema.minLength ?? 0))]
}

export const oddTexts = [
  '',
  ' ',
  '\u0000',
  'Bins\u0000',
  '\ud800',
  'Bin\udc00s',
  '\u202eBins\u2066',
  '\ufeff\u200b\u200d',
  'e\u0301'.repeat(40),
  '💥'.repeat(300),
  'x'.repeat(121),
  'x'.repeat(70_000),
  "'; drop table events; --",
  '../../etc/passwd',
  '%00',
  'NaN',
  '2026-02-30T25:61:00Z',
  '-infinity',
  '9999-12-31T23:59:59.999999999+23:59',
  '0000-01-01T00:00:00Z',
  'javascript:alert(1)',
]
export const oddNumbers = [-1, 0, -0, 0.5, 1e-320, 32_768, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, 2 ** 63, 1e308]
const oddValues = [...oddTexts, ...oddNumbers, null, true, false, [], {}, [[[]]], { constructor: { prototype: 1 } }]
const surplus = ['surplus', '__proto__', 'constructor', 'toString', 'id', 'eventId', 'phase', 'version', '\u0000']

/** JSON cannot express these values, but a parser may accept them. */
const raw = (text: string) => `§${text}§`
const rawValues = ['NaN', 'Infinity', '-0', '1e999', '"\\u0000"', '"\\ud800"', '01', "'a'", '{"a":1,"a":2}'].map(raw)
const deep = (levels: number) => raw('['.repeat(levels) + ']'.repeat(levels))

export function toText(value: unknown): string {
  const text = JSON.stringify(value) ?? 'undefined'
  return text.replace(/"§(.*?)§"/g, (_, found: string) => JSON.parse(`"${found}"`))
}

type Place = (string | number)[]

function placesIn(value: unknown, place: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [place]
  return [place, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...place, key]))]
}

const at = (value: unknown, place: Place) => place.reduce((inner: any, key) => inner[key], value)

function changed(right: unknown, place: Place, change: (value: unknown) => unknown): unknown {
  if (place.length === 0) return change(right)
  const copy = structuredClone(right)
  const parent = at(copy, place.slice(0, -1))
  const last = place.at(-1)!
  const next = change(parent[last])
  if (next !== undefined) parent[last] = next
  else if (Array.isArray(parent)) parent.splice(Number(last), 1)
  else delete parent[last]
  return copy
}

const isList = Array.isArray
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !isList(value)

/** Picks a list's items together as often as a single field. `fits`: which values are to be picked, one of them at least. */
function placeIn(right: unknown, fits: (value: unknown) => boolean = () => true): fc.Arbitrary<Place> {
  const byKind = new Map<string, Place[]>()
  for (const place of placesIn(right).filter((place) => fits(at(right, place)))) {
    const kind = place.map((key) => (/^\d+$/.test(String(key)) ? '0' : key)).join('/')
    const places = byKind.get(kind)
    if (places) places.push(place)
    else byKind.set(kind, [place])
  }
  return fc.constantFrom(...byKind.values()).chain((places) => fc.constantFrom(...places))
}

export function nearlyConsistent(right: unknown): fc.Arbitrary<{ change: string; body: unknown }> {
  const isScalar = (value: unknown) => !isObject(value) && !isList(value)
  return placeIn(right, isScalar).chain((place) => {
    const value = at(right, place)
    const isOther = (other: unknown) => isScalar(other) && typeIs(other) === typeIs(value) && other !== value
    if (!placesIn(right).some((other) => isOther(at(right, other))))
      return fc.constant({ change: 'nothing', body: right })
    return placeIn(right, isOther).map((other) => ({
      change: `/${place.join('/')} is that of /${other.join('/')}`,
      body: changed(right, place, () => at(right, other)),
    }))
  })
}

export function nearlyValid(right: unknown): fc.Arbitrary<{ change: string; body: unknown }> {
  return placeIn(right).chain((place) => {
    const value = at(right, place)
    const ways: fc.Arbitrary<[string, (value: unknown) => unknown]>[] = [
      fc.constantFrom(...oddValues).map((odd) => [`is ${JSON.stringify(odd).slice(0, 40)}`, () => odd]),
      fc.constantFrom(...rawValues).map((odd) => [`is ${odd}`, () => odd]),
      fc.constantFrom(100, 5000).map((levels) => [`is ${levels} deep`, () => deep(levels)]),
    ]
    if (place.length > 0) ways.push(fc.constant(['is not there', () => undefined]))
    if (typeof value === 'string')
      ways.push(
        fc.constantFrom(...oddTexts).map((odd) => [`ends in ${JSON.stringify(odd).slice(0, 40)}`, () => value + odd]),
      )
    if (typeof value === 'number')
      ways.push(fc.constantFrom(...oddNumbers).map((odd) => [`is ${odd} more`, () => value + odd]))
    if (isList(value))
      ways.push(
        fc.constantFrom(2, 13, 600).map((times) => [`comes ${times} times`, () => Array(times).fill(value).flat()]),
      )
    if (isObject(value))
      ways.push(
        fc
          .constantFrom(...surplus)
          .map((key) => [
            `has ${key} beside it`,
            () => Object.defineProperty({ ...value }, key, { value: 1, enumerable: true, configurable: true }),
          ]),
      )
    return fc
      .oneof(...ways)
      .map(([words, change]) => ({ change: `/${place.join('/')} ${words}`, body: changed(right, place, change) }))
  })
}
