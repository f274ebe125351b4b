import { contract } from '@zhixing/contract'
import { and, asc, desc, eq, gt, inArray, isNotNull, like, or, sql } from 'drizzle-orm'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { missing } from '../../../kernel/problem.ts'
import { covers, reachOf } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { filesOf } from '../../files/index.ts'
import { notices, receipts } from '../../notices/table.ts'
import { bookingOf } from '../steps/show.ts'
import { findParts, findResource } from '../store/resources.ts'
import type { Resource } from '../store/resources.ts'
import { resourceBookings, resources } from '../table.ts'
import { bookings, withTitles } from './calendar.ts'
import { usageOf } from './rows.ts'

const shown = 20
const live = ['ordered', 'approved', 'confirmed', 'checkedIn', 'rated'] as const

/** All that an institution does, on one page: what is organized there, who teaches, what there is to read, and more. */
export const showHouse = view(contract.resources.house, async ({ db, now, reach, actor }, key) => {
  const found = await findResource(db, reach, key)
  if (!found) throw missing('resources.unknown')
  const { resource, organizationName } = found
  const parts = (await findParts(db, key)).filter((one) => one.retiredOn === null)
  const ids = [resource.id, ...parts.map(({ id }) => id)]
  const ofHouse = oneOf(resourceBookings.resourceId, ids)
  const [next, classes] = [
    await bookings(db)
      .where(
        and(
          ofHouse,
          inArray(resourceBookings.state, ['ordered', 'approved', 'confirmed']),
          gt(resourceBookings.until, now),
        ),
      )
      .orderBy(asc(resourceBookings.from))
      .limit(shown),
    await bookings(db)
      .where(
        and(
          ofHouse,
          inArray(resourceBookings.state, [...live]),
          or(like(resourceBookings.purpose, 'class%'), like(resourceBookings.purpose, 'session%')),
        ),
      )
      .orderBy(desc(resourceBookings.from))
      .limit(shown),
  ]
  return {
    ...key,
    name: resource.name,
    type: resource.type,
    organizationName,
    mayManage: covers(reachOf(actor.appointments, 'resources.manage'), resource.path),
    rooms: parts
      .filter(({ kind }) => kind === 'room' || kind === 'base')
      .map(({ id, name, type, seats }) => ({ resourceId: id, name, type, seats })),
    lecturers: await lecturersOf(db, parts, now),
    courseware: await coursewareOf(db, resource),
    ahead: (await withTitles(db, next)).map((row) => bookingOf(row, actor, now)),
    classes: (await withTitles(db, classes)).map((row) => bookingOf(row, actor, now)),
    feedback: await feedbackOf(db, ids),
    ...(await heldIn(db, ids, now)),
  }
})

async function lecturersOf(db: Reader, parts: readonly Resource[], now: Date) {
  const own = parts.filter(({ kind }) => kind === 'lecturer')
  const usage = await usageOf(
    db,
    own.map(({ id }) => id),
    now,
  )
  return own.map(({ id, name, details }) => {
    const { subjects, term } = details.kind === 'lecturer' ? details : { subjects: [], term: null }
    const facts = usage.get(id)
    return {
      resourceId: id,
      name,
      subjects,
      term: term ? `${term.from} 至 ${term.until}` : '',
      lessons: facts?.used ?? 0,
      score: facts?.score ?? null,
    }
  })
}

/** With how many people each was pushed to. */
async function coursewareOf(db: Reader, { id }: Resource) {
  const subject = `resource:${id}`
  const files = (await filesOf(db, [subject])).get(subject) ?? []
  const keys = files.map(({ fileId }) => `courseware:${fileId}`)
  const pushed = await db
    .select({ key: notices.key, count: sql<number>`count(*)::int` })
    .from(notices)
    .innerJoin(
      receipts,
      and(eq(receipts.unitId, notices.unitId), eq(receipts.noticeId, notices.id)),
    )
    .where(inArray(notices.key, keys))
    .groupBy(notices.key)
  return files.map(({ unitId, fileId, name, bytes }) => ({
    unitId,
    fileId,
    name,
    bytes,
    pushed: pushed.find(({ key }) => key === `courseware:${fileId}`)?.count ?? 0,
  }))
}

async function feedbackOf(db: Reader, ids: readonly string[]) {
  const rows = await db
    .select({ booking: resourceBookings, name: resources.name })
    .from(resourceBookings)
    .innerJoin(
      resources,
      and(
        eq(resources.unitId, resourceBookings.unitId),
        eq(resources.id, resourceBookings.resourceId),
      ),
    )
    .where(and(oneOf(resourceBookings.resourceId, ids), isNotNull(resourceBookings.score)))
    .orderBy(desc(resourceBookings.ratedAt))
    .limit(shown)
  return rows.map(({ name, booking: { score, comment, forName, from } }) => ({
    name,
    score: score ?? 0,
    comment,
    forName,
    day: dayOf(from),
  }))
}

async function heldIn(db: Reader, ids: readonly string[], now: Date) {
  const [row] = await db
    .select({
      held: sql<number>`count(*)::int`,
      persons: sql<number>`coalesce(sum(${resourceBookings.persons}), 0)::int`,
    })
    .from(resourceBookings)
    .where(
      and(
        oneOf(resourceBookings.resourceId, ids),
        inArray(resourceBookings.state, ['checkedIn', 'rated', 'confirmed']),
        sql`${resourceBookings.until} <= ${now}`,
      ),
    )
  return { held: row?.held ?? 0, persons: row?.persons ?? 0 }
}
