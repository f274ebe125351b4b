import type { Block, Cell, Paper } from '../paper.ts'

/** A paper of somebody's way to membership: who they are, what is known, and room for the opinion and the seal. */
export type Admission = {
  readonly organization: string
  readonly title: string
  readonly day: string
  /** Names and what they say, two pairs in a line. */
  readonly facts: readonly (readonly [name: string, value: string])[]
  readonly chapters: readonly { readonly title: string; readonly lines: readonly string[] }[]
  /** Whose opinion is written in by hand: 党支部意见, 党委意见. */
  readonly opinions: readonly string[]
}

export function admissionPaper(admission: Admission): Paper {
  const { organization, title, day, facts, chapters, opinions } = admission
  return {
    kind: 'register',
    title: `${organization}\n${title}`,
    body: [
      factTable(facts),
      ...chapters.flatMap(({ title: words, lines }): Block[] => [
        { level: 'chapter', pieces: [words] },
        ...(lines.length === 0 ? ['无。'] : lines).map((line): Block => ({
          level: 'text',
          pieces: [line],
        })),
      ]),
      ...opinions.flatMap((name): Block[] => [
        { level: 'chapter', pieces: [name] },
        { level: 'text', pieces: [''] },
        { level: 'flush', pieces: ['签名（盖章）：　　　　　　　　　　年　　月　　日'] },
      ]),
    ],
    day,
  }
}

/** Names and what they say, two pairs in a line. */
export function factTable(facts: Admission['facts']): Block {
  const rows: Cell[][] = []
  for (let at = 0; at < facts.length; at += 2)
    rows.push([...pairOf(facts[at]), ...pairOf(facts[at + 1])])
  return { level: 'table', table: { shares: [18, 32, 18, 32], rows } }
}

function pairOf(fact: Admission['facts'][number] | undefined): Cell[] {
  const [name, value] = fact ?? ['', '']
  return [{ pieces: [name], label: true }, { pieces: [value] }]
}
