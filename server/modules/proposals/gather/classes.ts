import { and, asc, eq, gt, gte, inArray, lte, ne, sql } from 'drizzle-orm'
import { addDays, dayOf, daysBetween, startOf } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { inLineWith } from '../../../kernel/reach.ts'
import { ledgerLevelOf, plannedFen } from '../../classes/index.ts'
import { classEnrolments, classQuotas, classSessions, classes } from '../../classes/table.ts'
import { convertersBelow } from '../../ledgers/index.ts'
import { organizations } from '../../organizations/table.ts'
import type { OpenClass } from '../rules/gathered.ts'

type Ahead = { readonly path: string; readonly now: Date; readonly until: Day }

const minute = 60_000
/** A class without a timetable yet: from half past eight to half past five. */
const wholeDay = { from: 510, until: 1050 }

/** Classes ahead that take people below a path, with what they are worth and who is in them. */
export async function findOpenClasses(db: Reader, ahead: Ahead): Promise<OpenClass[]> {
  const today = dayOf(ahead.now)
  const rows = await db
    .select({ kept: classes, quota: classQuotas, path: organizations.path })
    .from(classes)
    .innerJoin(
      classQuotas,
      and(eq(classQuotas.unitId, classes.unitId), eq(classQuotas.classId, classes.id)),
    )
    .innerJoin(organizations, eq(organizations.id, classQuotas.organizationId))
    .where(
      and(
        eq(classes.state, 'announced'),
        gte(classes.enrolBy, today),
        gt(classes.from, today),
        lte(classes.until, ahead.until),
        inLineWith(ahead.path, organizations.path),
      ),
    )
    .orderBy(asc(classes.from), asc(classes.id), asc(organizations.path))
  const ids = [...new Set(rows.map(({ kept }) => kept.id))]
  if (ids.length === 0) return []
  const worthOf = await worths(db, ahead.path, ids)
  const takers = await db
    .select({ classId: classEnrolments.classId, memberId: classEnrolments.memberId })
    .from(classEnrolments)
    .where(and(inArray(classEnrolments.classId, ids), ne(classEnrolments.state, 'withdrawn')))
  const takenBy = Map.groupBy(takers, ({ classId }) => classId)

  return [...Map.groupBy(rows, ({ kept }) => kept.id).values()].flatMap((some): OpenClass[] => {
    const kept = some[0]?.kept
    if (!kept) return []
    const { minutes, spans } = worthOf(kept)
    const { place, people } = kept.application
    return [
      {
        unitId: kept.unitId,
        classId: kept.id,
        title: kept.title,
        when: `${kept.from} 至 ${kept.until}${place ? `，${place}` : ''}`,
        minutes,
        spans,
        fen: Math.round(plannedFen(kept.application.budget) / people),
        quotas: some.map(({ quota, path }) => ({ path, free: quota.seats - quota.taken })),
        taken: new Set((takenBy.get(kept.id) ?? []).flatMap(({ memberId }) => memberId ?? [])),
      },
    ]
  })
}

/** What the classes in which somebody has a seat will still bring, by member. */
export async function findComing(db: Reader, { path, now, until }: Ahead) {
  const rows = await db
    .select({ memberId: classEnrolments.memberId, kept: classes })
    .from(classEnrolments)
    .innerJoin(
      classes,
      and(eq(classes.unitId, classEnrolments.unitId), eq(classes.id, classEnrolments.classId)),
    )
    .innerJoin(organizations, eq(organizations.id, classEnrolments.organizationId))
    .where(
      and(
        eq(classEnrolments.state, 'enrolled'),
        inArray(classes.state, ['approved', 'announced']),
        gt(classes.from, dayOf(now)),
        lte(classes.until, until),
        sql`${organizations.path} like ${`${path}%`}`,
      ),
    )
  const worthOf = await worths(db, path, [...new Set(rows.map(({ kept }) => kept.id))])
  const coming = new Map<string, number>()
  for (const { memberId, kept } of rows)
    if (memberId) coming.set(memberId, (coming.get(memberId) ?? 0) + worthOf(kept).minutes)
  return (memberId: string) => coming.get(memberId) ?? 0
}

type Kept = typeof classes.$inferSelect

async function worths(db: Reader, path: string, classIds: readonly string[]) {
  const convert = await convertersBelow(db, path)
  const sessions =
    classIds.length === 0
      ? []
      : await db
          .select()
          .from(classSessions)
          .where(inArray(classSessions.classId, [...classIds]))
          .orderBy(asc(classSessions.startsAt))
  const byClass = Map.groupBy(sessions, ({ classId }) => classId)
  return ({ id, from, until, level }: Kept) => {
    const own = byClass.get(id) ?? []
    const days = daysBetween(from, until) + 1
    const planned = own.map(({ startsAt, endsAt }) => ({
      from: startsAt.getTime(),
      to: endsAt.getTime(),
    }))
    const spans = planned.length > 0 ? planned : wholeDays(from, days)
    const clockMinutes = spans.reduce((sum, span) => sum + (span.to - span.from) / minute, 0)
    const study = { source: 'class', clockMinutes, level: ledgerLevelOf(level), days } as const
    return { minutes: convert({ path, day: from }, study).minutes, spans }
  }
}

function wholeDays(from: Day, days: number) {
  return Array.from({ length: days }, (_, at) => {
    const midnight = startOf(addDays(from, at)).getTime()
    return { from: midnight + wholeDay.from * minute, to: midnight + wholeDay.until * minute }
  })
}
