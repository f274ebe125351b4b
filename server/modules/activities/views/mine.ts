import { contract } from '@zhixing/contract'
import { and, asc, desc, eq, gte, isNotNull, lt, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Actor } from '../../../kernel/caller.ts'
import type { Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { missing } from '../../../kernel/problem.ts'
import { nobody } from '../../../kernel/trace.ts'
import { ownView } from '../../../kernel/view.ts'
import { filesOf } from '../../files/index.ts'
import { hourEntries } from '../../ledgers/table.ts'
import { organizations } from '../../organizations/table.ts'
import { outcomeOf } from '../rules/motion.ts'
import { isMine } from '../store/called.ts'
import { readMotions } from '../steps/read-motions.ts'
import { activities, attendances, closureInForce, closures } from '../table.ts'

/** What I am called to, the next one first; and what I have been part of, the latest first. */
export const listMine = ownView(
  contract.activities.mine,
  async ({ db, now, actor }, { past, page, size }) => {
    const { unitId, memberId } = actor
    if (!memberId) return { rows: [], total: 0 }
    const time = past
      ? and(isNotNull(attendances.id), lt(activities.endsAt, now))
      : gte(activities.endsAt, now)
    const chosen = and(await isMine(db, { unitId, memberId }, now), time)
    const { rows, total } = await findMine(db, actor, now, {
      chosen,
      order: past ? desc(activities.startsAt) : asc(activities.startsAt),
      page,
      size,
    })
    return { rows, total }
  },
)

/** What I am called to in the next days. */
export async function findAhead(db: Reader, actor: Actor, now: Date) {
  const { unitId, memberId = nobody } = actor
  const chosen = and(await isMine(db, { unitId, memberId }, now), gte(activities.endsAt, now))
  return findMine(db, actor, now, {
    chosen,
    order: asc(activities.startsAt),
    page: 1,
    size: 10,
  })
}

export const showInvitation = ownView(
  contract.activities.invitation,
  async ({ db, now, actor }, { unitId, activityId }) => {
    const { memberId } = actor
    if (!memberId) throw missing('activities.unknown')
    const {
      rows: [row],
    } = await findMine(db, actor, now, {
      chosen: and(
        eq(activities.unitId, unitId),
        eq(activities.id, activityId),
        await isMine(db, { unitId: actor.unitId, memberId }, now),
      ),
      order: asc(activities.startsAt),
      page: 1,
      size: 1,
    })
    if (!row) throw missing('activities.unknown')
    const subject = `activity:${activityId}`
    const motions = (await readMotions(db, { unitId, activityId }))
      .filter(({ publishedAt }) => publishedAt !== null)
      .map((motion) => ({
        motionId: motion.id,
        text: motion.text,
        result: outcomeOf(motion, undefined).result,
      }))
    return { ...row, motions, files: (await filesOf(db, [subject])).get(subject) ?? [] }
  },
)

type Chosen = { chosen: SQL | undefined; order: SQL; page: number; size: number }

async function findMine(
  db: Reader,
  actor: Actor,
  now: Date,
  { chosen, order, page, size }: Chosen,
) {
  const memberId = actor.memberId ?? nobody
  const found = await db
    .select({
      activity: activities,
      organizationName: organizations.name,
      attendance: attendances,
      isClosed: sql<boolean>`${closures.id} is not null`,
      total: sql<number>`(count(*) over ())::int`,
    })
    .from(activities)
    .innerJoin(organizations, eq(organizations.id, activities.organizationId))
    .leftJoin(
      attendances,
      and(
        eq(attendances.unitId, activities.unitId),
        eq(attendances.activityId, activities.id),
        eq(attendances.memberId, memberId),
      ),
    )
    .leftJoin(closures, closureInForce)
    .where(chosen)
    .orderBy(order)
    .limit(size)
    .offset((page - 1) * size)
  const earned = await earnedAt(
    db,
    { unitId: actor.unitId, memberId },
    found.map(({ activity }) => activity.id),
  )
  const rows = found.map((row) =>
    invitationOf({ ...row, minutes: earned.get(row.activity.id) ?? 0 }, now),
  )
  return { rows, total: found[0]?.total ?? 0 }
}

/** Hours lie where the member is, whichever unit held what they are for. */
async function earnedAt(
  db: Reader,
  { unitId, memberId }: { readonly unitId: string; readonly memberId: string },
  activityIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await db
    .select({
      activityId: sql<string>`${hourEntries.sourceId}`,
      minutes: sql<number>`sum(${hourEntries.minutes})::int`,
    })
    .from(hourEntries)
    .where(
      and(
        eq(hourEntries.unitId, unitId),
        eq(hourEntries.memberId, memberId),
        eq(hourEntries.ledger, 'member'),
        oneOf(hourEntries.sourceId, activityIds),
      ),
    )
    .groupBy(hourEntries.sourceId)
  return new Map(rows.map((row) => [row.activityId, row.minutes]))
}

type Found = {
  readonly activity: typeof activities.$inferSelect
  readonly attendance: typeof attendances.$inferSelect | null
  readonly organizationName: string
  readonly isClosed: boolean
  readonly minutes: number
}

function invitationOf({ activity, attendance, ...facts }: Found, now: Date) {
  const isAhead = now < activity.startsAt && !activity.cancelledAt && !facts.isClosed
  return {
    ...activity,
    ...facts,
    activityId: activity.id,
    startsAt: activity.startsAt.toISOString(),
    endsAt: activity.endsAt.toISOString(),
    agenda: [...activity.agenda],
    isCancelled: activity.cancelledAt !== null,
    mark: attendance?.mark ?? null,
    way: attendance?.way ?? null,
    note: attendance?.note ?? '',
    signedAt: attendance?.mark === 'present' ? attendance.at.toISOString() : null,
    can: {
      leave: isAhead && attendance?.mark !== 'present' && attendance?.way !== 'leave',
      withdrawLeave: isAhead && attendance?.way === 'leave',
    },
  }
}
