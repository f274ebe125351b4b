import { createHash } from 'node:crypto'
import type { FastifyReply } from 'fastify'

/** Where nothing else is said: style sheets of our own, and no styles inside a page. */
export const ownStyles = "'self'"

/** For one answer, styles inside the page as well: those of this nonce or hash; and what else must be allowed for them. */
export function allowStyles(reply: FastifyReply, source: string, ...more: string[]): FastifyReply {
  const name = 'content-security-policy'
  const policy = String(reply.getHeader(name)).split(';')
  const wider = policy.map((rule) =>
    rule === `style-src ${ownStyles}` ? `${rule} '${source}'` : rule,
  )
  return reply.header(name, [...wider, ...more].join(';'))
}

/** What a policy calls styles that never change. */
export function hashOf(styles: string): string {
  return `sha256-${createHash('sha256').update(styles).digest('base64')}`
}
