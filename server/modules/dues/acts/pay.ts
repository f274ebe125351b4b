import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { dayOf, monthOf } from '../../../kernel/calendar.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { findOrganization } from '../../organizations/index.ts'
import { ruleAt } from '../../rules/index.ts'
import { quarterOfMonth } from '../rules/months.ts'
import { sayFen } from '../rules/remittance.ts'
import { receive } from '../steps/receive.ts'
import { byOf, requirePeople } from '../steps/require.ts'
import { settle } from '../steps/settle.ts'
import {
  findBySource,
  findPayment,
  findPayments,
  keepEntries,
  reversalsOf,
} from '../store/entries.ts'
import { isRemitted, lockBooks } from '../store/money.ts'

export const pay = act(contract.dues.pay, async (scene, input) => {
  const { tx, now } = scene
  const { unitId, memberId, formId, ...money } = input
  const today = dayOf(now)
  if (money.paidOn > today) throw conflict('dues.future', { 日期: money.paidOn, 今天: today })
  const [person] = await requirePeople(scene, { unitId, memberIds: [memberId] })
  if (!person) throw missing('dues.memberUnknown')
  const place = { unitId, path: person.path }
  const identity = `form:${formId}`
  const [known] = await findPayments(tx, { unitId, identities: [identity] })
  if (known) {
    const entries = await findBySource(tx, { unitId, sourceId: known.id })
    const months = entries.flatMap(({ month }) => month ?? [])
    return { value: { unitId, paymentId: known.id, months }, place, change: 'none' }
  }
  if (money.fund === 'special') {
    const { value } = await ruleAt(tx, 'dues.special_to_centre', { path: place.path, day: today })
    if (money.fen < value) throw conflict('dues.specialSmall', { 最少: sayFen(value) })
  }
  const by = byOf(scene)
  await settle(tx, { unitId, memberIds: [memberId], by })
  const [done] = await receive(tx, { unitId, monies: [{ ...money, memberId, identity }], by })
  if (!done || done === 'known') throw conflict('input.stale')
  if ('refusal' in done) throw conflict(done.refusal.reason, done.refusal.words)
  const { paymentId, months } = done
  return {
    value: { unitId, paymentId, months: [...months] },
    place,
    change: { subject: `member:${memberId}`, after: { paymentId, ...money, months } },
  }
})

/** Takes a payment back where it was booked wrongly: every part of it, by second entries, in this month's books. */
export const reverse = act(contract.dues.reverse, async (scene, { unitId, paymentId, reason }) => {
  const { tx, now, reach } = scene
  const payment = await findPayment(tx, { unitId, paymentId })
  if (!payment) throw missing('dues.paymentUnknown')
  // It stands in the books of the branch that took it, wherever the member is by now.
  const { organizationId } = payment
  const books = await findOrganization(tx, reach, organizationId)
  if (!books) throw missing('dues.paymentUnknown')
  await requirePeople({ tx, reach: ['/'] }, { unitId, memberIds: [payment.memberId] })
  await lockBooks(tx, [organizationId])
  const entries = await findBySource(tx, { unitId, sourceId: paymentId })
  const [first] = entries
  if (!first) throw conflict('dues.reversed')
  const quarter = quarterOfMonth(first.period)
  const { period } = first
  if (await isRemitted(tx, { unitId, organizationId, quarter }))
    throw conflict('dues.sentAlready', { 月份: period })
  const by = byOf(scene)
  await keepEntries(tx, reversalsOf(entries, { ...by, period: monthOf(dayOf(now)), text: reason }))
  return {
    value: { fen: payment.fen },
    place: { unitId, path: books.path },
    change: { subject: `member:${payment.memberId}`, after: { reversed: paymentId, reason } },
  }
})
