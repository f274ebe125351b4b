import type { MemberFacts } from '@zhixing/contract'

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** A number nobody holds: the area 990000 does not exist. An odd serial is a man's. */
export function idNumberOf(bornOn: string, serial: number): string {
  const body = `990000${bornOn.replaceAll('-', '')}${String(serial).padStart(3, '0')}`
  const sum = weights.reduce((total, weight, at) => total + weight * Number(body[at]), 0)
  return body + ('10X98765432'[sum % 11] ?? '')
}

/** Nothing about this farmer is in doubt. */
export const soundFacts: MemberFacts = {
  name: '周白杨',
  sex: 'male',
  ethnicity: '01',
  idNumber: idNumberOf('1985-06-15', 3),
  bornOn: '1985-06-15',
  education: '21',
  stage: 'full',
  joinedOn: '2010-07-01',
  confirmedOn: '2011-07-01',
  occupation: '村干部',
  employment: 'farmer',
  phone: '13800001234',
  address: '禾岭县稻香镇一组 5 号',
  isSuspended: false,
  lostSince: null,
  floatingSince: null,
  floatingTo: '',
}
