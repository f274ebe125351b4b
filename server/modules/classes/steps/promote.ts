import type { Db } from '../../../kernel/db.ts'
import { sendNotice } from '../../notices/index.ts'
import type { Class } from '../store/classes.ts'
import { changeEnrolment, lockWaiting } from '../store/enrolments.ts'
import type { Enrolment } from '../store/enrolments.ts'
import { takeSeat } from '../store/quotas.ts'
import type { Quota } from '../store/quotas.ts'

type By = { readonly accountId: string; readonly name: string; readonly now: Date }

/** Free seats go to the first in line, who are told; the quota is held by whoever calls. */
export async function promote(
  tx: Db,
  { kept, quota }: { kept: Class; quota: Pick<Quota, 'unitId' | 'id' | 'seats' | 'taken'> },
  by: By,
): Promise<readonly Enrolment[]> {
  const { unitId, id: quotaId } = quota
  const free = quota.seats - quota.taken
  if (free <= 0) return []
  const next = await lockWaiting(tx, { unitId, quotaId }, free)
  for (const one of next) {
    await takeSeat(tx, quota)
    await changeEnrolment(tx, one, { state: 'enrolled', way: 'promoted', queue: null })
    if (one.memberId) await tellPromoted(tx, { kept, enrolment: one, memberId: one.memberId }, by)
  }
  return next
}

async function tellPromoted(
  tx: Db,
  { kept, enrolment, memberId }: { kept: Class; enrolment: Enrolment; memberId: string },
  { accountId, name, now }: By,
): Promise<void> {
  const { unitId, path, id, title, from } = kept
  await sendNotice(tx, {
    unitId,
    path,
    key: `class-promoted:${enrolment.id}:${enrolment.version}`,
    kind: 'class',
    from: name,
    fromId: accountId,
    title: `候补录取：${title}`,
    body: `“${title}”有名额空出，您已由候补转为录取，${from} 开班，请安排好时间。`,
    link: `/classes/${unitId}/${id}`,
    personIds: [memberId],
    now,
  })
}
