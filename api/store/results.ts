import type { JSONValue } from 'postgres'
import type { CountedInput, Result, RevealStep } from '../schema/result.ts'
import type { Query } from './sql.ts'

export type FixedResult = { result: Result; steps: RevealStep[] }

export async function findFixedResult(sql: Query, eventId: string): Promise<FixedResult | undefined> {
  const [row] = await sql<FixedResult[]>`select result, steps from results where event_id = ${eventId}`
  return row
}

/** Called once, when the reveal starts, with everything that the result was computed from. */
export async function saveFixedResult(
  tx: Query,
  eventId: string,
  { result, steps, counted }: FixedResult & { counted: CountedInput },
): Promise<void> {
  await tx`
    insert into results (event_id, result, steps, counted, digest)
    values (${eventId}, ${tx.json(result as unknown as JSONValue)}, ${tx.json(steps as unknown as JSONValue)},
      ${tx.json(counted)}, ${result.digest})`
}

/** Only for removing names: the scores in a fixed result never change. */
export async function replaceFixedResult(tx: Query, eventId: string, { result, steps }: FixedResult): Promise<void> {
  await tx`
    update results set result = ${tx.json(result as unknown as JSONValue)}, steps = ${tx.json(steps as unknown as JSONValue)}
    where event_id = ${eventId}`
}
