/** `Object.fromEntries` for those who know which keys they have put in. */
export function objectOf<T extends object>(entries: Iterable<readonly [keyof T, T[keyof T]]>): T {
  return Object.fromEntries(entries) as T
}
