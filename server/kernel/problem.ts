import type { Reason } from '@zhixing/contract'

export type ProblemKind =
  | 'unidentified'
  | 'forbidden'
  | 'missing'
  | 'conflict'
  | 'unreadable'
  | 'busy'
  | 'overloaded'

/** What fills the braces of a reason's sentence. */
export type Words = Readonly<Record<string, string | number>>

/** What is wrong with one field of a form. */
export type Issue = { readonly path: string; readonly message: string }

/** A refusal the user is meant to read. Anything else that is thrown is our fault, and a 500. */
export class Problem extends Error {
  readonly kind: ProblemKind
  readonly reason: Reason
  readonly words: Words
  readonly issues: readonly Issue[]

  constructor(kind: ProblemKind, reason: Reason, words: Words = {}, issues: readonly Issue[] = []) {
    super(reason)
    this.name = 'Problem'
    this.kind = kind
    this.reason = reason
    this.words = words
    this.issues = issues
  }
}

export function unidentified(reason: Reason = 'identity.missing'): Problem {
  return new Problem('unidentified', reason)
}

export function forbidden(reason: Reason): Problem {
  return new Problem('forbidden', reason)
}

export function missing(reason: Reason): Problem {
  return new Problem('missing', reason)
}

export function conflict(reason: Reason, words: Words = {}): Problem {
  return new Problem('conflict', reason, words)
}

/** A file that cannot be understood; `words` say what, where and why. */
export function unreadable(reason: Reason, words: Words = {}): Problem {
  return new Problem('unreadable', reason, words)
}

/** A form whose fields contradict each other or the rules; each is named with what is wrong. */
export function unfit(issues: readonly Issue[]): Problem {
  return new Problem('unreadable', 'input.invalid', {}, issues)
}

/** Somebody asks too often: come back in so many seconds; a browser is told as well. */
export function busy(reason: Reason, words: Words): Problem {
  return new Problem('busy', reason, words)
}

/** All together ask too much. Thrown before anything was begun, so that whoever hears it may send the same again. */
export function overloaded(seconds: number): Problem {
  return new Problem('overloaded', 'server.busy', { 秒: seconds })
}
