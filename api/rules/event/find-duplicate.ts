import { normaliseName, withoutAccents } from './normalise-name.ts'

const titles = new Set(
  'mr mrs ms miss mx dr prof professor sir dame lord lady baroness baron cllr cllrs councillor ald alderman rev reverend revd canon mayor hon'.split(
    ' ',
  ),
)
const honours = new Set('obe mbe cbe kbe dbe jp phd qpm frsa mp ms dl'.split(' '))

// Letters that Unicode does not decompose into a base letter and an accent.
const plainLetters: Record<string, string> = { ø: 'o', ł: 'l', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ı: 'i' }

const shortestTypo = 4

function nameParts(name: string): string[] {
  const plain = withoutAccents(name.toLowerCase())
    .replace(/[øłđßæœþı]/g, (letter) => plainLetters[letter] ?? letter)
    .replace(/['’‘`´.]/g, (mark) => (mark === '.' ? ' ' : ''))
  const words = plain.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  const last = words.at(-1)
  const person = words.filter((part) => !titles.has(part) && !(part === last && honours.has(part)))
  return person.length > 0 ? person : words
}

const hasFigure = (part: string) => /\p{N}/u.test(part)

/** One letter is missing, added, changed or swapped with the next. Short words and words with digits must be equal. */
function isTypo(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < shortestTypo || Math.abs(a.length - b.length) > 1) return false
  if (hasFigure(a) || hasFigure(b)) return false
  let from = 0
  while (from < a.length && a[from] === b[from]) from += 1
  let end = 0
  while (end < Math.min(a.length, b.length) - from && a.at(-1 - end) === b.at(-1 - end)) end += 1
  const restA = a.slice(from, a.length - end)
  const restB = b.slice(from, b.length - end)
  if (restA.length <= 1 && restB.length <= 1) return true
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0]
}

const isInitial = (a: string, b: string) =>
  (a.length === 1 || b.length === 1) && a[0] === b[0] && !hasFigure(a) && !hasFigure(b)

type ParsedName = { normal: string; parts: string[] }

const parsedNames = new Map<string, ParsedName>()
const maxParsed = 5000

/** Cached, because each join compares with the whole panel. */
function parseName(name: string): ParsedName {
  const cached = parsedNames.get(name)
  if (cached) return cached
  if (parsedNames.size >= maxParsed) parsedNames.clear()
  const parsed = { normal: normaliseName(name), parts: nameParts(name) }
  parsedNames.set(name, parsed)
  return parsed
}

function compareNames(a: ParsedName, b: ParsedName): 'same' | 'near' | undefined {
  if (a.normal === b.normal) return 'same'
  if (a.parts.length === 0 || b.parts.length === 0) return undefined
  if (a.parts.join('') === b.parts.join('')) return 'same'
  const restB = [...b.parts]
  const restA = a.parts.filter((part) => {
    const at = restB.indexOf(part)
    if (at >= 0) restB.splice(at, 1)
    return at < 0
  })
  if (restA.length === 0 && restB.length === 0) return 'same'
  if (restA.length !== 1 || restB.length !== 1) return undefined
  const [partA, partB] = [restA[0]!, restB[0]!]
  return isTypo(partA, partB) || (a.parts.length > 1 && isInitial(partA, partB)) ? 'near' : undefined
}

/** First names that differ only in capitals, accents, titles, hyphens or order, then names with one typing error or an initial for a first name. */
export function findDuplicates<Person extends { name: string }>(people: Person[], name: string): Person[] {
  const parsed = parseName(name)
  const comparisons = people.map((person) => ({ person, result: compareNames(parseName(person.name), parsed) }))
  return (['same', 'near'] as const).flatMap((kind) =>
    comparisons.filter(({ result }) => result === kind).map(({ person }) => person),
  )
}

export function findDuplicatePairs<Person extends { name: string }>(people: Person[]): [Person, Person][] {
  const pairs: [Person, Person][] = []
  // Only names that share a key can match, so a panel of a thousand needs no million comparisons.
  const byKey = new Map<string, number[]>()
  const parsed = people.map(({ name }) => parseName(name))
  for (const [at, { normal, parts }] of parsed.entries()) {
    const keys = new Set([normal, parts.join(''), ...parts, ...(parts.length === 1 ? ['one word'] : [])])
    const before = new Set([...keys].flatMap((key) => byKey.get(key) ?? []))
    for (const other of [...before].sort((a, b) => a - b))
      if (compareNames(parsed[other]!, parsed[at]!)) pairs.push([people[other]!, people[at]!])
    for (const key of keys) byKey.set(key, [...(byKey.get(key) ?? []), at])
  }
  return pairs
}
