import { keysOf } from '@zhixing/contract'
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

const named = {
  name: '姓名',
  sex: '性别',
  bornOn: '出生日期',
  ethnicity: '民族',
  education: '学历',
  employment: '从业状况',
  occupation: '工作岗位',
  isFrontline: '是否在一线',
  idNumberIndex: '身份证号',
} as const

type Named = Readonly<Record<keyof typeof named, unknown>> & {
  readonly abilities: readonly string[]
}
type Given = { readonly phone: boolean; readonly address: boolean }

/** The words of what a correction changes; what is sealed counts as changed where it was given again. */
export function changedFacts(before: Named, after: Named, given: Given): string[] {
  const plain = keysOf(named)
    .filter((key) => before[key] !== after[key])
    .map((key) => named[key])
  const isOther = before.abilities.join('\n') !== after.abilities.join('\n')
  return [
    ...plain,
    ...(isOther ? ['能力分类'] : []),
    ...(given.phone ? ['电话'] : []),
    ...(given.address ? ['住址'] : []),
  ]
}
