/** Enough of an address to see that two checks came from different places, not enough to know from whom. */
export function masked(address: string): string {
  const plain = address.replace(/^::ffff:/, '')
  const parts = plain.split('.')
  if (parts.length === 4) return `${parts[0] ?? ''}.${parts[1] ?? ''}.*.*`
  const groups = plain.split(':').filter((group) => group !== '')
  return groups.length > 0 ? `${groups.slice(0, 2).join(':')}:…` : '不明'
}

/** What a code looks like; anything else is nobody's, and no database is asked. */
export function isCode(code: string): boolean {
  return /^[\w-]{22}$/.test(code)
}
