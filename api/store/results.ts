import type { JSONValue } from 'postgres'
import type { Result, RevealStep } from '../schema/result.ts'
import type { Query } from './sql.ts'

export type FixedResult = { result: Result; steps: RevealStep[] }

export async function findFixedResult(sql: Query, eventId: string): Promise<FixedResult | undefined> {
  const [row] = await sql<FixedResult[]>`select result, steps from results where event_id = ${eventId}`
  return row
}

/** Once, when the reveal begins. */
export async function saveFixedResult(tx: Query, eventId: string, { result, steps }: FixedResult): Promise<void> {
  await tx`
    insert into results (event_id, result, steps, digest)
    values (${eventId}, ${tx.json(result as unknown as JSONValue)}, ${tx.json(steps as unknown as JSONValue)}, ${result.digest})`
}

/** Only to take names out: the scores in it are never written again. */
export async function replaceFixedResult(tx: Query, eventId: string, { result, steps }: FixedResult): Promise<void> {
  await tx`
    update results set result = ${tx.json(result as unknown as JSONValue)}, steps = ${tx.json(steps as unknown as JSONValue)}
    where event_id = ${eventId}`
}
