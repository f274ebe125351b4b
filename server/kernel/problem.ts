import type { Reason } from '@zhixing/contract'

export type ProblemKind = 'unidentified' | 'forbidden' | 'missing' | 'conflict'

/** A refusal the user is meant to read. Anything else that is thrown is our fault, and a 500. */
export class Problem extends Error {
  readonly kind: ProblemKind
  readonly reason: Reason

  constructor(kind: ProblemKind, reason: Reason) {
    super(reason)
    this.name = 'Problem'
    this.kind = kind
    this.reason = reason
  }
}

export function unidentified(): Problem {
  return new Problem('unidentified', 'identity.missing')
}

export function forbidden(reason: Reason): Problem {
  return new Problem('forbidden', reason)
}

export function missing(reason: Reason): Problem {
  return new Problem('missing', reason)
}

export function conflict(reason: Reason): Problem {
  return new Problem('conflict', reason)
}
