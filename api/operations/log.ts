import pino, { type DestinationStream, type Logger } from 'pino'
import type { LogLevel } from '../config.ts'

export type Log = Pick<Logger, LogLevel>

/**
 * Writes one JSON object a line. Lines never hold a name, a comment, a key or a request's body: of a failure only the type, code, message
 * and stack, since PostgreSQL puts the rejected values into the other fields.
 */
export function createLog(level: LogLevel, to: DestinationStream = pino.destination({ fd: 2, sync: true })): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: failureOf },
    },
    to,
  )
}

export const failed = (failure: unknown) => ({ err: failure })

function failureOf(failure: unknown) {
  if (!(failure instanceof Error)) return { type: typeof failure }
  const { code, table_name: table, constraint_name: constraint } = failure as unknown as Record<string, unknown>
  // `detail` and `where` hold values; `message` names columns and constraints only.
  return { type: failure.name, message: failure.message, code, table, constraint, stack: failure.stack }
}
