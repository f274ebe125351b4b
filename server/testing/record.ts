import { newId } from '../kernel/ids.ts'
import { attendances, closures } from '../modules/activities/table.ts'
import { hourEntries } from '../modules/ledgers/table.ts'
import { addToTotals, lockTotals } from '../modules/ledgers/store/totals.ts'
import { db } from './database.ts'
import { plantActivity } from './world.ts'
import type { Organization } from './world.ts'

export const recordedAt = new Date('2026-05-10T04:00:00Z')

/** An entry of the hours ledger as its own capability would post it. */
export async function postEntry(
  { id: organizationId, unitId }: Organization,
  memberId: string,
  minutes: number,
  changes: Omit<Partial<typeof hourEntries.$inferInsert>, 'id'> = {},
) {
  const id = newId()
  const entry = {
    id,
    unitId,
    organizationId,
    memberId,
    ledger: 'member',
    day: '2026-05-10',
    year: 2026,
    minutes,
    source: 'meeting',
    sourceId: newId(),
    title: '五月主题党日',
    isCentralized: true,
    ruleKey: 'hours.convert.hour.meeting',
    ruleFrom: '2019-01-01',
    key: newId(),
    postedBy: newId(),
    at: recordedAt,
    ...changes,
  } satisfies typeof hourEntries.$inferInsert
  await db.insert(hourEntries).values(entry)
  await lockTotals(db, [entry])
  await addToTotals(db, [entry])
  return id
}

export async function holdActivity(
  organization: Organization,
  month: string,
  marks: readonly (readonly [memberId: string, mark: 'present' | 'excused' | 'absent'])[],
  changes: Parameters<typeof plantActivity>[2] = {},
) {
  const startsAt = new Date(`${month}-10T04:00:00Z`)
  const { unitId, activityId } = await plantActivity(db, organization, {
    month,
    startsAt,
    endsAt: startsAt,
    ...changes,
  })
  const closed = { closedAt: recordedAt, closedBy: newId(), closedByName: '张三' }
  await db
    .insert(closures)
    .values({ unitId, activityId, ...closed, isLate: false, postedMinutes: 0 })
  for (const [memberId, mark] of marks)
    await db.insert(attendances).values({
      unitId,
      activityId,
      memberUnitId: unitId,
      memberId,
      mark,
      way: 'rollCall',
      at: recordedAt,
      byId: newId(),
    })
}
