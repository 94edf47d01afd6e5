import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { rank } from './rules/ranking/rank.ts'
import { rankBallots } from './rules/ranking/rank-ballots.ts'
import { withAnswers } from './rules/result/challenges.ts'
import { applyJointPlaces } from './rules/result/joint-places.ts'
import { rankCounted } from './rules/result/result.ts'
import { countedInput } from './schema/result.ts'

const marks = z.object({
  matrix: z.array(z.array(z.number().nullable())),
  scale: z.object({ lo: z.number(), hi: z.number() }),
  tieBreak: z.array(z.array(z.number().nullable())).optional(),
})

const archive = z.object({
  format: z.literal('demo-hour/archive'),
  version: z.literal(1, 'only version 1 of the archive can be ranked'),
  event: z.object({
    criteria: z.array(z.object({ id: z.string(), min: z.number(), max: z.number(), weight: z.number() })),
    method: z.enum(['levelled', 'mean']),
    places: z.number().int().min(1).optional(),
  }),
  entries: z.array(
    z.object({ id: z.string(), warmUp: z.boolean().default(false), disqualified: z.string().nullable().default(null) }),
  ),
  judges: z.array(
    z.object({ id: z.string(), status: z.string().optional(), challengeOnly: z.boolean().default(false) }),
  ),
  ballots: z.array(
    z.object({
      judgeId: z.string(),
      entryId: z.string(),
      scores: z.record(z.string(), z.number()),
      recused: z.boolean(),
      complete: z.boolean(),
    }),
  ),
  castingVotes: z.array(z.object({ entryIds: z.array(z.string()), joint: z.boolean().default(false) })).default([]),
  released: z.object({ counted: countedInput.nullish() }).nullish(),
})

/** One sentence about what is wrong with the file. */
class Unreadable extends Error {}

/** The result of a file with a plain matrix, with vectors, or with an archived event. */
export function rankFile(path: string): unknown {
  const file = parseFile(path)
  if (typeof file !== 'object' || file === null) throw new Unreadable('the file is neither a matrix nor an archive')
  if ('vectors' in file) {
    const { vectors } = check(z.object({ vectors: z.array(z.unknown()) }), file)
    return { results: vectors.map((vector, at) => within(`vector ${at + 1}`, () => rank(check(marks, vector)))) }
  }
  if ('matrix' in file) return rank(check(marks, file))
  if ('format' in file) return rankArchive(check(archive, file))
  throw new Unreadable('the file has no matrix, no vectors, and is no demo-hour/archive')
}

/** A fixed result is ranked from what counted when it was fixed; any other from the panel and the ballots as they stand. */
function rankArchive({ released, ...file }: z.infer<typeof archive>): unknown {
  return released?.counted ? rankCounted(released.counted) : rankAsItStands(file)
}

function rankAsItStands({ event, entries, judges, ballots, castingVotes }: Omit<z.infer<typeof archive>, 'released'>) {
  // A ballot that names nobody is a broken file; a removed judge's ballots are there and do not count.
  const known = { judge: new Set(judges.map(({ id }) => id)), entry: new Set(entries.map(({ id }) => id)) }
  for (const { judgeId, entryId } of ballots) {
    if (!known.judge.has(judgeId)) throw new Unreadable(`a ballot names the judge ${judgeId}, who is not in the file`)
    if (!known.entry.has(entryId)) throw new Unreadable(`a ballot names the entry ${entryId}, which is not in the file`)
  }
  const panel = judges.filter(({ status = 'admitted', challengeOnly }) => status === 'admitted' && !challengeOnly)
  const ranking = rankBallots({
    criteria: event.criteria,
    method: event.method,
    announcedPlaces: event.places,
    entryIds: entries.filter(({ warmUp, disqualified }) => !warmUp && disqualified === null).map(({ id }) => id),
    judgeIds: panel.map(({ id }) => id),
    ballots: withAnswers(ballots, event.criteria),
    castingVotes: castingVotes.filter((vote) => !vote.joint),
  })
  return applyJointPlaces(ranking, castingVotes)
}

function parseFile(path: string): unknown {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    throw new Unreadable(`${path} cannot be read: ${(error as Error).message}`)
  }
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Unreadable(`${path} is not JSON: ${(error as Error).message}`)
  }
}

function check<Shape extends z.ZodType>(shape: Shape, value: unknown): z.infer<Shape> {
  const checked = shape.safeParse(value)
  if (checked.success) return checked.data
  const { path, message } = checked.error.issues[0]!
  throw new Unreadable(`${path.join('.') || 'the file'}: ${message}`)
}

function within<T>(where: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof Unreadable || error instanceof RangeError) throw new Unreadable(`${where}: ${error.message}`)
    throw error
  }
}

/** The sentence for a file that cannot be ranked; undefined for an error of the program itself. */
export function refusalSentence(error: unknown): string | undefined {
  // The ranking itself refuses by RangeError.
  if (!(error instanceof Unreadable || error instanceof RangeError)) return undefined
  return `Cannot rank: ${error.message.replaceAll(/\s+/g, ' ')}`
}
