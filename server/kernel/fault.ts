import { DatabaseError } from 'pg'

/** What may be told of an error to those who run the platform: what broke and where, never whose data it was. */
export type Fault = {
  readonly type: string
  readonly message: string
  readonly code?: string
  readonly constraint?: string
  readonly stack: string
  readonly causes?: readonly Fault[]
}

const causesMax = 20

export function faultOf(error: unknown, depth = 0): Fault {
  if (!(error instanceof Error)) return { type: typeof error, message: '', stack: '' }
  const inner = [error.cause, ...(error instanceof AggregateError ? error.errors : [])]
  const causes = depth < 4 ? inner.filter((one) => one instanceof Error).slice(0, causesMax) : []
  return {
    type: error.name,
    message: wordsOf(error),
    ...codesOf(error),
    stack: stackOf(error),
    ...(causes.length > 0 ? { causes: causes.map((one) => faultOf(one, depth + 1)) } : {}),
  }
}

/** The same for a terminal. */
export function textOf({ type, message, stack, causes = [] }: Fault): string {
  const own = [`${type}: ${message}`, stack].filter(Boolean).join('\n')
  return [own, ...causes.map((one) => `caused by: ${textOf(one)}`)].join('\n')
}

/** A statement is told without its values, and values that others quote are left out. */
function wordsOf(error: Error): string {
  if ('query' in error && typeof error.query === 'string') return `failed: ${error.query}`
  return withoutValues(error.message)
}

function codesOf(error: Error): Pick<Fault, 'code' | 'constraint'> {
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {}
  // Its detail, its place and its hint quote rows.
  const constraint = error instanceof DatabaseError ? error.constraint : undefined
  return constraint ? { ...code, constraint } : code
}

/** Frames only: the first lines of a stack repeat the message. */
function stackOf({ stack = '' }: Error): string {
  return stack
    .split('\n')
    .filter((line) => /^ {4}at /.test(line))
    .join('\n')
}

/** Whatever somebody may have typed: quoted words, names, long numbers, tokens. */
export function withoutValues(text: string): string {
  return text
    .slice(0, 2_000)
    .replace(/"[^"]*"|`[^`]*`|“[^“”]*”/g, '"…"')
    .replace(/\p{Script=Han}+|\d{6,}|[\w-]{40,}/gu, '…')
}
