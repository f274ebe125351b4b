import { dayOf } from '../../../kernel/calendar.ts'
import type { Db } from '../../../kernel/db.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import type { Problem } from '../../../kernel/problem.ts'
import { covers } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { cohortName, findFitting } from '../catalogue/fit.ts'
import { quotaFor } from '../rules/seats.ts'
import { lockClass } from '../store/classes.ts'
import type { Class, ClassKey } from '../store/classes.ts'
import type { Person } from '../store/people.ts'
import { findQuotas } from '../store/quotas.ts'
import type { QuotaAt } from '../store/quotas.ts'

/** Whoever is to get a seat, and who asks for it when. */
export type Applicant = { readonly person: Person; readonly byId: string; readonly now: Date }

type Asked = { readonly applicants: readonly Applicant[]; readonly reach: Reach }
type Opened = { readonly kept: Class; readonly admitted: readonly (QuotaAt | Problem)[] }

/**
 * The class, kept from changing, and the quota that each of these may have a seat of, or why not. It is unknown to those
 * whom none of its seats concerns.
 */
export async function openClass(
  tx: Db,
  key: ClassKey,
  { applicants, reach }: Asked,
): Promise<Opened | undefined> {
  const held = await lockClass(tx, ['/'], key, 'share')
  if (!held) return undefined
  const { kept } = held
  const quotas = await findQuotas(tx, key)
  const people = applicants.map(({ person }) => person)
  const isFit = await findFitting(tx, kept, people)
  const admitted = applicants.map(({ person, now }) => {
    const quota = quotaFor(quotas, person.path)
    const isHidden = kept.announcedAt === null || !quota
    if (isHidden && !covers(reach, kept.path)) return missing('classes.unknown')
    const words = { 名称: kept.title, 姓名: person.name }
    if (['completed', 'settled', 'archived', 'cancelled'].includes(kept.state))
      return conflict('enrolments.over', words)
    if (kept.state !== 'announced') return conflict('enrolments.notOpen', words)
    if (!quota) return conflict('enrolments.noQuota', words)
    if (kept.enrolBy < dayOf(now))
      return conflict('enrolments.late', { ...words, 日期: kept.enrolBy })
    return isFit(person)
      ? quota
      : conflict('enrolments.cohort', { ...words, 对象: cohortName(kept.kind) })
  })
  return { kept, admitted }
}
