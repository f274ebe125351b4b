import { createHash } from 'node:crypto'

export type Link = { readonly number: number; readonly previous: string; readonly digest: string }

/** Before the first link there is nothing. */
export const beginning = '0'.repeat(64)

/** The digest of a link: what came before, and every fact of its rows, in the order of their keys. */
export function digestOfLink(
  previous: string,
  rows: readonly Readonly<Record<string, unknown>>[],
): string {
  const digest = createHash('sha256').update(previous)
  for (const row of rows) digest.update(`\n${canonical(row)}`)
  return digest.digest('hex')
}

/** JSON with its keys in order: the same facts give the same text, whatever way they were kept. */
function canonical(value: unknown): string {
  if (value instanceof Date) return JSON.stringify(value.toISOString())
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null)
  const facts = Object.entries(value)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, fact]) => `${JSON.stringify(key)}:${canonical(fact)}`)
  return `{${facts.join()}}`
}
