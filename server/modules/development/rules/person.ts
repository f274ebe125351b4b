import type { MemberFacts } from '@zhixing/contract'
import type { Day } from '../../../kernel/calendar.ts'

type Told = Pick<
  MemberFacts,
  | 'name'
  | 'idNumber'
  | 'ethnicity'
  | 'education'
  | 'employment'
  | 'occupation'
  | 'phone'
  | 'address'
>
type Read = Pick<MemberFacts, 'sex' | 'bornOn'>

/** The facts with which a roll would know this person, joined on a day. */
export function factsOf(told: Told, { sex, bornOn }: Read, joinedOn: Day): MemberFacts {
  const { name, idNumber, ethnicity, education, employment, occupation, phone, address } = told
  return {
    name,
    idNumber,
    ethnicity,
    education,
    employment,
    occupation,
    phone,
    address,
    sex,
    bornOn,
    stage: 'probationary',
    joinedOn,
    confirmedOn: null,
    isSuspended: false,
    lostSince: null,
    floatingSince: null,
    floatingTo: '',
  }
}

/** Which of the facts an applicant has told themself; the others are not there yet. */
const told = new Set<string>(['name', 'idNumber', 'ethnicity', 'education', 'phone'])

export function faultsTold<F extends { readonly field: string }>(faults: readonly F[]): F[] {
  return faults.filter(({ field }) => told.has(field))
}

type Past = { readonly step: string; readonly on: Day }
type Span = { readonly from: Day; readonly today: Day }

/** The first step of what was done before that does not follow; nothing where all of it does. */
export function oddStep(
  past: readonly Past[],
  steps: readonly { readonly key: string }[],
  { from, today }: Span,
): Past | undefined {
  return past.find(({ step, on }, at) => {
    const before = past[at - 1]?.on ?? from
    return steps[at]?.key !== step || on < before || on > today
  })
}
