type Share = readonly [part: number, whole: number]
export type Terms = {
  readonly quorum: Share
  readonly isMore: boolean
  readonly pass: { readonly share: Share; readonly of: 'entitled' | 'present' } | null
  readonly clauses: readonly string[]
}
export type Turnout = { readonly entitled: number; readonly present: number }
export type Electorate = Turnout & {
  readonly needed: number
  readonly isMet: boolean
  /** So many in favour carry it; nothing where nothing passes or fails. */
  readonly toPass: number | null
}

/** Whether enough of those entitled came, and how many in favour it takes. Whole people: a half is never rounded down. */
export function electorateOf({ entitled, present }: Turnout, terms: Terms): Electorate {
  const { quorum, isMore, pass } = terms
  const needed = isMore ? above(entitled, quorum) : Math.ceil((entitled * quorum[0]) / quorum[1])
  const base = pass?.of === 'present' ? present : entitled
  const toPass = pass ? above(base, pass.share) : null
  return { entitled, present, needed, isMet: entitled > 0 && present >= needed, toPass }
}

/** The least number that is more than the share. */
function above(whole: number, [part, of]: Share): number {
  return Math.floor((whole * part) / of) + 1
}
