import pino, { type DestinationStream, type Logger } from 'pino'
import type { LogLevel } from '../config.ts'

export type Log = Pick<Logger, LogLevel>

/**
 * One JSON object a line, for whatever collects logs. It never holds a name, a comment, a key or what somebody sent: of a failure it
 * keeps the kind, the code and the stack, since a database names the very values it could not take.
 */
export function makeLog(level: LogLevel, to: DestinationStream = pino.destination({ fd: 2, sync: true })): Log {
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

/** `log.error(failed(failure), …)`: the failure, without what it was about. */
export const failed = (failure: unknown) => ({ err: failure })

function failureOf(failure: unknown) {
  if (!(failure instanceof Error)) return { type: typeof failure }
  const { code, table_name: table, constraint_name: constraint } = failure as unknown as Record<string, unknown>
  // PostgreSQL puts values into `detail` and `where`; its message alone names columns and constraints.
  return { type: failure.name, message: failure.message, code, table, constraint, stack: failure.stack }
}
