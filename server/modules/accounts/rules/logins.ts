/** A login for each name, in order: the syllables in one word, and a number where that word is taken. */
export function loginsFor(words: readonly string[], taken: Iterable<string>): string[] {
  const used = new Set(taken)
  const next = new Map<string, number>()
  return words.map((word) => {
    let login = word
    for (let nth = next.get(word) ?? 1; used.has(login) || !isLong(login); nth += 1) {
      login = `${word}${nth + 1}`
      next.set(word, nth + 1)
    }
    used.add(login)
    return login
  })
}

/** "shan xiong|sx" becomes "shanxiong"; a name without a single letter becomes a member's. */
export function wordOf(nameKey: string): string {
  const word = (nameKey.split('|')[0] ?? '').toLowerCase().replace(/[^a-z]/g, '')
  return word === '' ? 'member' : word.slice(0, 24)
}

function isLong(login: string): boolean {
  return login.length >= 3
}
