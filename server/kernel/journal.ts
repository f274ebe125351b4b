import type { FastifyRequest, FastifyServerOptions } from 'fastify'
import { faultOf, withoutValues } from './fault.ts'

export type Journal = NonNullable<FastifyServerOptions['logger']>

type Options = {
  readonly level: string
  /** Without it, standard output. */
  readonly stream?: { write: (line: string) => void }
}

/**
 * What the server tells of its work: which door was used and how that ended, never what was carried through it. An
 * address may be a secret by itself (a ticket, a calendar's feed), and a search names people.
 */
export function journalOf({ level, stream }: Options): Journal {
  return {
    level,
    ...(stream ? { stream } : {}),
    serializers: { req: doorOf, err: faultOf },
    hooks: {
      logMethod(words, method) {
        method.apply(this, plainly(words) as typeof words)
      },
    },
  }
}

/** An error would be told by its message as well, whatever its serializer leaves out; so nobody's message is believed. */
function plainly([first, message, ...rest]: readonly unknown[]): unknown[] {
  if (typeof first === 'string') return [withoutValues(first)]
  const facts = first instanceof Error ? { err: first } : first
  const isFault = typeof facts === 'object' && facts !== null && 'err' in facts
  if (typeof message === 'string') return [facts, withoutValues(message)]
  return isFault ? [facts, withoutValues(faultOf(facts.err).message)] : [facts, message, ...rest]
}

function doorOf({ method, routeOptions, ip }: FastifyRequest) {
  return { method, route: routeOptions?.url, remoteAddress: ip }
}
