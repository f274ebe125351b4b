import { faultOf, textOf } from './kernel/fault.ts'

/** Something outside keeps the server from starting; the message tells whoever starts it, and is all they see. */
export class CannotStart extends Error {
  override name = 'CannotStart'
}

/** What to print when the server ends against its will: a sentence when we know the cause, otherwise what broke and where. */
export function explain(cause: unknown): string {
  if (cause instanceof CannotStart) return cause.message
  return cause instanceof Error ? textOf(faultOf(cause)) : String(cause)
}
