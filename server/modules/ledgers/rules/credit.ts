import type { Day } from '../../../kernel/calendar.ts'

/** From its first day until the day before `until`. */
export type Span = { readonly from: Day; readonly until: Day | null }

/** Who leads a group or was sent from outside owes what every member owes, and no more. */
export const committeePosts = [
  'secretary',
  'deputySecretary',
  'organizationOfficer',
  'publicityOfficer',
  'disciplineOfficer',
  'officer',
] as const
const committee: ReadonlySet<string> = new Set(committeePosts)

function holds({ from, until }: Span, day: Day): boolean {
  return from <= day && (until === null || day < until)
}

/** The branch of that day: hours earned before a transfer stay with the branch that had the member then. */
export function homeOn(
  stays: readonly (Span & { readonly organizationId: string })[],
  day: Day,
): string | undefined {
  return stays
    .filter((stay) => holds(stay, day))
    .toSorted((one, other) => (one.from < other.from ? 1 : -1))
    .at(0)?.organizationId
}

export function sitsOnCommittee(
  terms: readonly (Span & { readonly post: string })[],
  day: Day,
): boolean {
  return terms.some((term) => committee.has(term.post) && holds(term, day))
}

type Credit = {
  readonly memberId: string
  readonly ledger: string
  readonly sourceId: string
  readonly day: Day
  readonly minutes: number
}

/** One session counts once: who gave the lesson and also sat in it is credited for the greater of the two. */
export function greatestOfEach<C extends Credit>(credits: readonly C[]): C[] {
  const best = new Map<string, C>()
  for (const credit of credits) {
    const key = sessionOf(credit)
    const known = best.get(key)
    if (!known || known.minutes < credit.minutes) best.set(key, credit)
  }
  return [...best.values()]
}

/** What may be credited once: a person, a ledger, a session, a day. */
export function sessionOf({ memberId, ledger, sourceId, day }: Omit<Credit, 'minutes'>): string {
  return `${memberId}:${ledger}:${sourceId}:${day}`
}

/** Sources that are time spent on that day; a factor or an article's worth is not. */
export const timedSources = [
  'meeting',
  'lecture',
  'study',
  'practice',
  'class',
  'studyGroup',
  'online',
  'homeDelivery',
  'external',
] as const
