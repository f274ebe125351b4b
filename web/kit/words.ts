/** The values of a table of words, each with its word, in the order of the table. */
export function choicesOf<Key extends string>(
  words: Readonly<Record<Key, string>>,
): { value: Key; label: string }[] {
  return keysOf(words).map((value) => ({ value, label: words[value] }))
}

export function keysOf<Key extends string>(words: Readonly<Record<Key, unknown>>): Key[] {
  // A table of words has no other keys than its own.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return Object.keys(words) as Key[]
}
