import type { FastifyInstance } from 'fastify'
import { unreadable } from './problem.ts'

/** The one sign that JSON can say and PostgreSQL cannot keep; an even number of backslashes before it says another thing. */
const nul = /(?<!\\)(?:\\\\)*\\u0000/

export function hasNul(json: string): boolean {
  return nul.test(json)
}

/** Bodies are read as ever, but for those that nobody could keep. */
export function refuseNul(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    const text = String(body)
    if (hasNul(text)) done(unreadable('input.control'))
    else void parse(request, text, done)
  })
}
