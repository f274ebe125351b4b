import type { MemberFacts } from '@zhixing/contract'

const days = ['joinedOn', 'confirmedOn', 'lostSince', 'floatingSince'] as const

export const emptyFacts: MemberFacts = {
  name: '',
  sex: 'male',
  ethnicity: '01',
  idNumber: '',
  bornOn: '',
  education: '21',
  stage: 'full',
  joinedOn: null,
  confirmedOn: null,
  occupation: '',
  employment: 'employed',
  phone: '',
  address: '',
  isSuspended: false,
  lostSince: null,
  floatingSince: null,
  floatingTo: '',
}

/** From what was typed to what the contract wants. */
export function factsFrom(typed: Partial<MemberFacts>): MemberFacts {
  const whole = { ...emptyFacts, ...typed }
  const dated = Object.fromEntries(days.map((day) => [day, whole[day] || null]))
  return { ...whole, ...dated }
}
