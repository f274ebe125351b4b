/** Something outside keeps the server from starting; the message tells whoever starts it, and is all they see. */
export class CannotStart extends Error {
  override name = 'CannotStart'
}

/** What to print when the server ends against its will: a sentence when we know the cause, everything otherwise. */
export function explain(cause: unknown): string {
  if (cause instanceof CannotStart) return cause.message
  return cause instanceof Error ? withCauses(cause) : String(cause)
}

function withCauses({ stack, message, cause }: Error): string {
  const own = stack ?? message
  return cause instanceof Error ? `${own}\ncaused by: ${withCauses(cause)}` : own
}
