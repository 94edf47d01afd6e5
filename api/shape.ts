import { describeRoute, resolver, validator } from 'hono-openapi'
import type { z } from 'zod'
import { Invalid } from './problem.ts'
import { type RefusalCode, refusals } from './rules/refusal.ts'
import { problem } from './schema/problem.ts'

/** A JSON body of this shape; anything else is answered with the fields that are wrong. */
export const body = <Schema extends z.ZodType>(schema: Schema) =>
  validator(
    'json',
    schema,
    (result) => {
      if (!result.success)
        throw new Invalid(
          result.error.map((issue) => ({
            pointer: `/${(issue.path ?? [])
              .map((step) => (typeof step === 'object' ? step.key : step))
              .map(String)
              .join('/')}`,
            title: issue.message,
          })),
        )
    },
    { options: { io: 'input' } },
  )

/** What a route does, what it gives and how it refuses, for the OpenAPI document. */
export function says(summary: string, gives: z.ZodType, refuses: RefusalCode[] = [], status = 200) {
  const statuses = [...new Set(refuses.map((code) => refusals[code].status))]
  const refusing = (at: number) => refuses.filter((code) => refusals[code].status === at)
  return describeRoute({
    summary,
    responses: {
      [status]: { description: 'Done', content: { 'application/json': { schema: resolver(gives) } } },
      ...Object.fromEntries(
        statuses.map((at) => [
          at,
          {
            description: refusing(at)
              .map((code) => `${refusals[code].title} (\`/problems/${code}\`)`)
              .join('; '),
            content: { 'application/problem+json': { schema: resolver(problem) } },
          },
        ]),
      ),
    },
  })
}
