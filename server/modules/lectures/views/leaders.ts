import { contract } from '@zhixing/contract'
import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { dayOf } from '../../../kernel/calendar.ts'
import { missing } from '../../../kernel/problem.ts'
import { within } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { activities, attendances, closureInForce, closures } from '../../activities/table.ts'
import { members } from '../../members/table.ts'
import { narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { findStands, frameAt, requirementOf } from '../../requirements/index.ts'
import { leaderRows } from '../catalogue/leaders.ts'
import { overview } from '../../overviews/index.ts'

const everybody = { sort: 'name', page: 1, size: 20_000 } as const

/** Leading cadres as ordinary members: those with the widest gap first; and the lessons they owe. */
export const listLeaders = overview(
  contract.lectures.leaders,
  async ({ db, now, reach }, { organizationId, year, onlyGap, page, size }) => {
    const { organization } = await narrowTo(db, reach, organizationId)
    const { path } = organization
    const frame = await frameAt(db, { path, year, now, today: dayOf(now) })
    const requirement = requirementOf('leaderLessons')
    const stands = await findStands(db, { requirement, frame }, everybody)
    const lessonsOf = new Map(stands.map((one) => [one.memberId, one]))
    const rows = await db
      .select({
        unitId: sql<string>`r."unitId"`,
        memberId: sql<string>`r."memberId"`,
        name: sql<string>`r.name`,
        posts: sql<string>`r.posts`,
        organizationName: sql<string>`r.branch`,
        due: sql<number>`r.due`,
        present: sql<number>`r.present`,
        excused: sql<number>`r.excused`,
        absent: sql<number>`r.absent`,
        gap: sql<number>`r.gap`,
        lastOn: sql<string | null>`r."lastOn"`,
      })
      .from(
        sql`(${leaderRows({
          paths: [path],
          from: `${year}-01-01`,
          to: `${year}-12-31`,
          day: frame.day,
        })}) r`,
      )
      .orderBy(sql`r.gap desc, r.sort, r.name, r.id`)
    const all = rows.map((row) => {
      const stand = lessonsOf.get(row.memberId)
      return { ...row, lessons: stand?.timesDone ?? 0, lessonsDue: stand?.timesDue ?? 0 }
    })
    const shown = onlyGap ? all.filter(({ gap }) => gap > 0) : all
    return {
      total: shown.length,
      withGap: all.filter(({ gap }) => gap > 0).length,
      lessonsLacking: all.filter(({ lessons, lessonsDue }) => lessons < lessonsDue).length,
      rows: shown.slice((page - 1) * size, page * size),
    }
  },
)

/** Occasion by occasion, what the count is made of. */
export const listAttended = view(
  contract.lectures.attended,
  async ({ db, reach }, { unitId, memberId, year }) => {
    const [person] = await db
      .select({ id: members.id })
      .from(members)
      .innerJoin(organizations, eq(organizations.id, members.organizationId))
      .where(
        and(
          eq(members.unitId, unitId),
          eq(members.id, memberId),
          within(reach, organizations.path),
        ),
      )
    if (!person) throw missing('lectures.leaderUnknown')
    const rows = await db
      .select({
        unitId: activities.unitId,
        activityId: activities.id,
        title: activities.title,
        startsAt: activities.startsAt,
        mark: attendances.mark,
        note: attendances.note,
      })
      .from(attendances)
      .innerJoin(
        activities,
        and(eq(activities.unitId, attendances.unitId), eq(activities.id, attendances.activityId)),
      )
      .innerJoin(closures, closureInForce)
      .where(
        and(
          eq(attendances.unitId, unitId),
          eq(attendances.memberId, memberId),
          eq(attendances.isDue, true),
          eq(attendances.isGuest, false),
          isNull(activities.cancelledAt),
          sql`${activities.kind} in ('memberMeeting', 'groupMeeting', 'lecture', 'themeDay', 'lifeMeeting')`,
          sql`${activities.month} between ${`${year}-01`} and ${`${year}-12`}`,
        ),
      )
      .orderBy(asc(activities.startsAt))
    return { rows: rows.map((row) => ({ ...row, startsAt: row.startsAt.toISOString() })) }
  },
)
