import type { heartTalkKinds } from '@zhixing/contract/appraisal-words.ts'

type Kind = keyof typeof heartTalkKinds
export type Person = {
  readonly memberId: string
  readonly name: string
  readonly isOfficer: boolean
}
export type Pair = { readonly oneId: string; readonly otherId: string }
export type Owed = {
  readonly kind: Kind
  readonly done: number
  readonly needed: number
  readonly withNames: readonly string[]
}

export function kindOf(one: { isOfficer: boolean }, other: { isOfficer: boolean }): Kind {
  if (one.isOfficer && other.isOfficer) return 'officers'
  return one.isOfficer || other.isOfficer ? 'officerMember' : 'members'
}

/** One pair, whoever told it. */
export function pairOf(one: string, other: string): Pair {
  return one < other ? { oneId: one, otherId: other } : { oneId: other, otherId: one }
}

/**
 * What somebody still owes of the three kinds: an officer a talk with each other officer; a member one with an officer and
 * one with another member. What an officer owes the members is what each of them owes an officer, and is asked of them
 * together: nobody has to talk with fifty people so that fifty have talked with somebody.
 */
export function owedBy(
  person: Person,
  people: readonly Person[],
  { pairs, times }: { readonly pairs: readonly Pair[]; readonly times: number },
): Owed[] {
  const counted = (other: Person) => {
    const { oneId, otherId } = pairOf(person.memberId, other.memberId)
    return pairs.filter((pair) => pair.oneId === oneId && pair.otherId === otherId).length
  }
  const others = people.filter(({ memberId }) => memberId !== person.memberId)
  const officers = others.filter(({ isOfficer }) => isOfficer)
  const members = others.filter(({ isOfficer }) => !isOfficer)
  if (person.isOfficer) {
    const lacking = officers.filter((one) => counted(one) < times)
    return owed('officers', officers.length - lacking.length, officers.length, lacking)
  }
  const sum = (some: readonly Person[]) => some.reduce((all, one) => all + counted(one), 0)
  const withOfficers = sum(officers)
  const withMembers = sum(members)
  return [
    ...(officers.length === 0 || withOfficers >= times
      ? []
      : owed('officerMember', withOfficers, times, officers)),
    ...(members.length === 0 || withMembers >= times
      ? []
      : owed('members', withMembers, times, members)),
  ]
}

function owed(kind: Kind, done: number, needed: number, lacking: readonly Person[]): Owed[] {
  return lacking.length === 0
    ? []
    : [{ kind, done, needed, withNames: lacking.map(({ name }) => name) }]
}
