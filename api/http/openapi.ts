import type { MiddlewareHandler } from 'hono'
import { describeRoute, resolver, uniqueSymbol, validator } from 'hono-openapi'
import type { z } from 'zod'
import { type Action, refusalsOf } from '../rules/permissions.ts'
import { type Fault, Invalid, type RefusalCode, refusals } from '../rules/refusal.ts'
import { problem } from '../schema/problem.ts'
import { unsupportedCharacters, unsupportedMessage } from '../schema/text.ts'

type Issue = { path?: readonly (PropertyKey | { key: PropertyKey })[]; message: string; keys?: string[] }

/** The wrong fields that an issue names. An unknown field is named itself, and not the object that it is in. */
function toFields({ path = [], message, keys }: Issue): Fault[] {
  const steps = path.map((step) => (typeof step === 'object' ? step.key : step))
  if (keys === undefined) return [{ pointer: toPointer(steps), title: message }]
  return keys.map((key) => ({ pointer: toPointer([...steps, key]), title: 'There is no field of this name here' }))
}

const toPointer = (steps: PropertyKey[]) =>
  `/${steps.map((step) => String(step).replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`

export const body = <Schema extends z.ZodType>(schema: Schema) =>
  validator(
    'json',
    schema,
    (result) => {
      if (!result.success) throw new Invalid(result.error.flatMap(toFields))
      const fields = [...findUnsupportedText(result.data, '')]
      if (fields.length > 0) throw new Invalid(fields)
    },
    { options: { io: 'input' } },
  )

export const describeBody = <Schema extends z.ZodType>(schema: Schema) => {
  const skip: MiddlewareHandler = (_, next) => next()
  return Object.assign(skip, { [uniqueSymbol]: Reflect.get(body(schema), uniqueSymbol) })
}

/** The value in this shape; throws `Invalid` with the fields that are wrong. `pointer`: where the value is in its document. */
export function checkShape<Schema extends z.ZodType>(schema: Schema, value: unknown, pointer: string): z.infer<Schema> {
  const result = schema.safeParse(value)
  const fields = result.success ? [...findUnsupportedText(result.data, '')] : result.error.issues.flatMap(toFields)
  if (!result.success || fields.length > 0)
    throw new Invalid(fields.map((field) => ({ ...field, pointer: pointer + field.pointer })))
  return result.data
}

/** Levels of lists and objects that a body may nest: twice what the archive, the deepest of them, needs. */
const deepestBody = 20

/** Text that cannot be stored or shown, in names and in values, and nesting that is too deep, wherever a schema allows any value. */
function* findUnsupportedText(value: unknown, pointer: string, depth = 0): Generator<Fault> {
  if (typeof value === 'string' && unsupportedCharacters.test(value)) yield { pointer, title: unsupportedMessage }
  if (typeof value !== 'object' || value === null) return
  if (depth > deepestBody) {
    yield { pointer, title: 'This is nested too deeply' }
    return
  }
  for (const [name, nested] of Object.entries(value)) {
    yield* findUnsupportedText(name, pointer, depth)
    yield* findUnsupportedText(nested, `${pointer}/${name}`, depth + 1)
  }
}

export const query = <Schema extends z.ZodType>(schema: Schema) =>
  validator('query', schema, (result) => {
    if (!result.success) throw new Invalid(result.error.flatMap(toFields))
  })

export function describe(summary: string, gives: z.ZodType, refuses: RefusalCode[] = [], status = 200) {
  return describeRoute({ summary, responses: responsesOf(gives, refuses, status) })
}

/** The same for a route that changes an event: the refusals that depend on the phase follow from the action. */
export function describeChange(
  action: Action,
  summary: string,
  gives: z.ZodType,
  refuses: RefusalCode[] = [],
  status = 200,
) {
  const responses = responsesOf(gives, [...refuses, ...refusalsOf(action)], status)
  return describeRoute({ summary, responses, ...{ 'x-action': action } })
}

function responsesOf(gives: z.ZodType, refuses: RefusalCode[], status: number) {
  return {
    [status]: { description: 'Done', content: { 'application/json': { schema: resolver(gives) } } },
    ...refusing(refuses),
  }
}

/** Adds the roles that a guard admits to the OpenAPI document of every route behind it. */
export function describeGuard<Guard extends object>(guard: Guard, role: string): Guard {
  const spec = {
    security: [{ key: [] }],
    'x-door': role,
    responses: refusing(['key-needed', 'key-unknown', 'wrong-door', 'no-such-event']),
  }
  return Object.assign(guard, { [uniqueSymbol]: { spec } })
}

function refusing(refuses: RefusalCode[]) {
  const statuses = [...new Set(refuses.map((code) => refusals[code].status))]
  const sentences = (at: number) =>
    [...new Set(refuses)]
      .filter((code) => refusals[code].status === at)
      .map((code) => `${refusals[code].title} (\`/problems/${code}\`)`)
  return Object.fromEntries(
    statuses.map((at) => [
      at,
      { description: sentences(at).join('; '), content: { 'application/problem+json': { schema: resolver(problem) } } },
    ]),
  )
}
