import type { Day } from '../../../kernel/calendar.ts'
import { fullDay, hoursText } from '../../../kernel/words.ts'

/** Everything that a certificate certifies. */
export type Facts = {
  readonly name: string
  readonly organizationName: string
  readonly className: string
  readonly from: Day
  readonly until: Day
  readonly minutes: number
  readonly issuerName: string
  readonly issuedOn: Day
  readonly number: string
  /** Where anybody may look whether it is true. */
  readonly address: string
}

/** A certificate as it is printed, from top to bottom. */
export function linesOf(facts: Facts) {
  const { name, organizationName, className, from, until, minutes, number } = facts
  const from1 = organizationName === '' ? '' : `（${organizationName}）`
  const hours = minutes > 0 ? `，共 ${hoursText(minutes)} 学时` : ''
  const span = from === until ? fullDay(from) : `${fullDay(from)}至${fullDay(until)}`
  return {
    heading: '结业证书',
    number: `证书编号：${number}`,
    body: `${name}${from1}同志：\n　　于${span}参加${className}学习${hours}，考核合格，准予结业。\n　　特发此证。`,
    issuer: facts.issuerName,
    day: fullDay(facts.issuedOn),
    check: ['扫码核验真伪', facts.address.replace(/^https?:\/\//, '').slice(0, 60)],
  }
}
