import type { Reason, Refusal } from '@zhixing/contract'
import { reasons } from '@zhixing/contract'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { isDatabaseAway, isDiskFull, isTooLong, isValueFault } from './db.ts'
import { fieldSentence } from './field-sentence.ts'
import { Problem } from './problem.ts'
import type { ProblemKind, Words } from './problem.ts'

const statuses = {
  unidentified: 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  unreadable: 422,
  busy: 429,
  overloaded: 503,
} as const satisfies Record<ProblemKind, number>

/** The only place where something thrown becomes a status code and a sentence. */
export function refuseOn(app: FastifyInstance): void {
  z.config({ localeError: fieldSentence })

  app.setErrorHandler(async (error, request, reply) => {
    const { status, refusal } = refusalOf(error, request)
    if (status >= 500 && !(error instanceof Problem)) request.log.error(error)
    if (status === 429 || status === 503)
      void reply.header('retry-after', String(secondsOf(error) ?? awaySeconds))
    return reply.status(status).send(refusal)
  })
  app.setNotFoundHandler(async (_, reply) => reply.status(404).send(say('route.unknown')))
}

/** What to tell a person about something that was thrown, where there is no answer to send it with. */
export function sentenceOf(error: unknown): string {
  if (error instanceof Problem) return say(error.reason, error.words).message
  return say(isDiskFull(error) ? 'server.full' : 'server.failed').message
}

/** A database that was lost is usually back within seconds. */
const awaySeconds = 5

function secondsOf(error: unknown): string | number | undefined {
  return error instanceof Problem ? (error.words['秒'] ?? 60) : undefined
}

function refusalOf(error: unknown, request: FastifyRequest): { status: number; refusal: Refusal } {
  if (error instanceof Problem) {
    const refusal = say(error.reason, error.words)
    const issues = [...error.issues]
    return {
      status: statuses[error.kind],
      refusal: issues.length > 0 ? { ...refusal, issues } : refusal,
    }
  }
  if (hasZodFastifySchemaValidationErrors(error)) {
    const issues = error.validation.map(({ instancePath, message }) => ({
      path: fieldOf(instancePath, error.validationContext),
      message: message ?? '',
    }))
    return { status: 400, refusal: { ...say('input.invalid'), issues } }
  }
  // Larger than a column, or no day of any calendar: what was sent could not be kept.
  if (isValueFault(error)) return { status: 400, refusal: say('input.invalid') }
  if (isDatabaseAway(error)) return { status: 503, refusal: say('server.away') }
  if (isTooLong(error))
    return {
      status: 504,
      refusal: say(request.method === 'GET' ? 'server.tooLong' : 'server.waited'),
    }
  if (isDiskFull(error)) return { status: 507, refusal: say('server.full') }
  const status = statusOf(error)
  // Too large, not JSON, wrong type: the shell has judged, its own words stay inside.
  if (status < 500) return { status, refusal: say('input.unreadable') }
  return { status: 500, refusal: { ...say('server.failed'), requestId: request.id } }
}

function say(reason: Reason, words: Words = {}): Refusal {
  const message = reasons[reason].replace(/\{([^}]+)\}/g, (_, name: string) =>
    String(words[name] ?? ''),
  )
  return { reason, message }
}

/** "/input/seats/0" of a query and "/seats/0" of a command are the same field: "seats.0". */
function fieldOf(pointer: string, context: string | undefined): string {
  const [first, ...rest] = pointer.slice(1).split('/')
  return (context === 'querystring' ? rest : [first, ...rest]).join('.')
}

function statusOf(error: unknown): number {
  return error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : 500
}
