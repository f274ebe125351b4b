import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { dayOf, yearOf } from '../../../kernel/calendar.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { newBytes } from '../../../kernel/token.ts'
import { graduatesOf } from '../../classes/index.ts'
import { numberOf, prefixOf } from '../rules/number.ts'
import { findHolders, keepCertificates, takeNumbers } from '../store/certificates.ts'

/** To everybody who graduated and has none that is in force, by name; pressing twice issues once. */
export const issue = act(
  contract.certificates.issue,
  async ({ tx, now, actor, reach }, { issuedOn = dayOf(now), ...key }) => {
    const held = await graduatesOf(tx, reach, key)
    if (!held) throw missing('classes.unknown')
    const { kept, issuerName, isOver, graduates } = held
    const { title, until, path } = kept
    if (!isOver) throw conflict('certificates.notCompleted', { 名称: title })
    if (issuedOn < until || issuedOn > dayOf(now))
      throw conflict('certificates.dayWrong', { 日期: issuedOn, 止: until })

    const series = { unitId: key.unitId, prefix: prefixOf(kept.kind), year: yearOf(issuedOn) }
    // Of two who press at once, the second looks when the first is done.
    await takeNumbers(tx, series, 0)
    const holders = await findHolders(tx, key)
    const waiting = graduates.filter(({ enrolmentId }) => !holders.has(enrolmentId))
    const place = { unitId: key.unitId, path }
    if (waiting.length === 0) return { value: { issued: 0 }, place, change: 'none' }

    const before = await takeNumbers(tx, series, waiting.length)
    const shared = { ...key, path, className: title, from: kept.from, until, issuerName, issuedOn }
    const rows = waiting.map((graduate, at) => ({
      ...shared,
      ...graduate,
      id: newId(),
      number: numberOf(series.prefix, series.year, before + at + 1),
      code: Buffer.from(newBytes(16)).toString('base64url'),
      byId: actor.accountId,
      at: now,
    }))
    await keepCertificates(tx, rows)
    const numbers = rows.map(({ number, name }) => ({ number, name }))
    return {
      value: { issued: rows.length },
      place,
      change: { subject: `class:${key.classId}`, after: { certificates: numbers } },
    }
  },
)
