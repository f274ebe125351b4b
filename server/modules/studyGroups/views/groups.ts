import { contract } from '@zhixing/contract'
import { and, asc, eq, isNull, notInArray, sql } from 'drizzle-orm'
import { dayOf, quarterOf, yearOf } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { fieldsOf, oneOf } from '../../../kernel/many.ts'
import { missing } from '../../../kernel/problem.ts'
import { covers, parentOf, reachOf, within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { marks } from '@zhixing/contract/words.ts'
import { attendances, closures } from '../../activities/table.ts'
import { members, posts } from '../../members/table.ts'
import { narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { ruleName, sayValue } from '../../rules/index.ts'
import { posts as postWords } from '@zhixing/contract/words.ts'
import { groupsIn, seatsIn } from '../catalogue/facts.ts'
import { headsOf, unreported } from '../catalogue/heads.ts'
import { inYear } from '../catalogue/observers.ts'
import { studyRules, studyRulesBelow } from '../catalogue/rules.ts'
import { filingDueOn } from '../rules/standing.ts'
import { findFiling, findGroup, findPlan } from '../store/groups.ts'
import { studyGroups, studySessions } from '../table.ts'
import { rowsOf } from './standing.ts'

export const listGroups = view(
  contract.studyGroups.list,
  async ({ db, now, actor, reach: whole }, { organizationId, page, size, text, ...asked }) => {
    const { organization, reach } = await narrowTo(db, whole, organizationId)
    const today = dayOf(now)
    const year = asked.year ?? yearOf(today)
    const quarter = quarterOf(today)
    const shown = await groupsIn(db, reach, text)
      .limit(size)
      .offset((page - 1) * size)
    const by = { rules: await studyRulesBelow(db, organization.path), now }
    const all = await headsOf(db, { reach, text, year }, by)
    const ids = all.map(({ groupId }) => groupId)
    const late = await unreported(db, and(oneOf(studySessions.groupId, ids), inYear(year)), by)
    const unseen = all.filter((one) => !one.observed && one.organizationId !== organizationId)
    return {
      rows: await rowsOf(db, shown, { year, now }),
      total: all.length,
      year,
      quarter,
      kept: all.filter(({ isKept }) => isKept).length,
      overdue: late.overdue.length,
      unseen: unseen.length,
      unfiled: all.filter(({ isUnfiled }) => isUnfiled).length,
      ...(await withoutGroup(db, reach)),
      mayManage: covers(reachOf(actor.appointments, 'studyGroups.manage'), organization.path),
      mayOversee: covers(reachOf(actor.appointments, 'studyGroups.oversee'), organization.path),
    }
  },
)

/** Committees that should have one and have none. */
async function withoutGroup(db: Reader, reach: Reach) {
  const own = db
    .select({ organizationId: studyGroups.organizationId })
    .from(studyGroups)
    .where(within(reach, studyGroups.path))
  const lacking = and(
    within(reach, organizations.path),
    isNull(organizations.dissolvedOn),
    sql`${organizations.kind} in ('committee', 'workCommittee', 'agencyCommittee', 'leadingGroup', 'temporaryCommittee')`,
    notInArray(organizations.id, own),
  )
  const some = await db
    .select({ organizationId: organizations.id, name: organizations.name })
    .from(organizations)
    .where(lacking)
    .orderBy(asc(organizations.path))
    .limit(200)
  return { missing: some, missingCount: await db.$count(organizations, lacking) }
}

export const showGroup = view(
  contract.studyGroups.show,
  async ({ db, now, actor, reach }, { unitId, groupId, ...asked }) => {
    const key = { unitId, groupId }
    const group = await findGroup(db, reach, key)
    if (!group) throw missing('studyGroups.unknown')
    const { path, version } = group
    const year = asked.year ?? yearOf(dayOf(now))
    const found = (await groupsIn(db, [path])).filter(({ group: one }) => one.id === groupId)
    const [row] = await rowsOf(db, found, { year, now })
    if (!row) throw missing('studyGroups.unknown')
    const plan = await findPlan(db, { ...key, year })
    const sessions = await db
      .select()
      .from(studySessions)
      .where(
        and(eq(studySessions.unitId, unitId), eq(studySessions.groupId, groupId), inYear(year)),
      )
    const live = sessions.filter(({ cancelledAt }) => !cancelledAt)
    const rules = await studyRulesBelow(db, path)
    const at = rules.at({ path, day: dayOf(now) })
    return {
      ...row,
      year,
      version,
      seats: await seatsIn(db, [groupId]),
      plan: plan
        ? {
            intro: plan.intro,
            books: plan.books,
            topics: plan.topics,
            version: plan.version,
            adoptedOn: plan.adoptedOn,
          }
        : null,
      readIds: [...new Set(live.flatMap(({ bookIds, endsAt }) => (endsAt <= now ? bookIds : [])))],
      absentees: await absenteesOf(db, { ...key, year }),
      hearingsNeeded: at['hearing.reports.year'].value,
      filing: await filingOf(db, {
        key: { ...key, year },
        dueOn: filingDueOn(year, rules.demandsOf(path, year).filingDays),
        mayReceive: covers(reachOf(actor.appointments, 'studyGroups.oversee'), parentOf(path)),
      }),
      rules: studyRules.map((rule) => ({
        name: ruleName(rule),
        value: sayValue(rule, at[rule].value),
        clause: at[rule].clause,
      })),
      mayManage: covers(reachOf(actor.appointments, 'studyGroups.manage'), path),
    }
  },
)

type Year = { readonly unitId: string; readonly groupId: string; readonly year: number }

async function filingOf(
  db: Reader,
  { key, dueOn, mayReceive }: { key: Year; dueOn: string; mayReceive: boolean },
) {
  const filing = await findFiling(db, key)
  return {
    year: key.year,
    dueOn,
    summary: filing?.summary ?? '',
    filedAt: filing?.at.toISOString() ?? null,
    isLate: filing?.isLate ?? false,
    receivedAt: filing?.receivedAt?.toISOString() ?? null,
    receivedBy: filing?.receivedBy ?? '',
    mayReceive: mayReceive && filing !== undefined && filing.receivedAt === null,
  }
}

/** Who was not there, and has not made up for it. */
async function absenteesOf(db: Reader, { unitId, groupId, year }: Year) {
  const absent = db
    .select({
      sessionId: studySessions.id,
      title: studySessions.title,
      startsAt: studySessions.startsAt,
      memberUnitId: attendances.memberUnitId,
      memberId: attendances.memberId,
      mark: attendances.mark,
      note: attendances.note,
    })
    .from(studySessions)
    .innerJoin(
      closures,
      and(
        eq(closures.unitId, studySessions.unitId),
        eq(closures.activityId, studySessions.id),
        isNull(closures.reopenedAt),
      ),
    )
    .innerJoin(
      attendances,
      and(
        eq(attendances.unitId, studySessions.unitId),
        eq(attendances.activityId, studySessions.id),
      ),
    )
    .where(
      and(
        eq(studySessions.unitId, unitId),
        eq(studySessions.groupId, groupId),
        inYear(year),
        sql`${attendances.mark} <> 'present'`,
        eq(attendances.isDue, true),
      ),
    )
    .as('absent')
  const { startsAt, ...shown } = fieldsOf(absent)
  const rows = await db
    .select({ ...shown, name: members.name })
    .from(absent)
    .innerJoin(
      members,
      and(eq(members.unitId, absent.memberUnitId), eq(members.id, absent.memberId)),
    )
    .orderBy(startsAt, members.nameKey, members.id)
  return rows.map(({ mark, ...row }) => ({ ...row, unitId, mark: marks[mark] }))
}

/** Who sits on the committee becomes a member, its secretary the leader, its publicity officer the study secretary. */
export const candidates = view(
  contract.studyGroups.candidates,
  async ({ db, reach: whole }, { organizationId }) => {
    await narrowTo(db, whole, organizationId)
    const rows = await db
      .select({
        memberUnitId: posts.unitId,
        memberId: posts.memberId,
        post: posts.post,
        name: members.name,
      })
      .from(posts)
      .innerJoin(members, and(eq(members.unitId, posts.unitId), eq(members.id, posts.memberId)))
      .where(
        and(
          eq(posts.organizationId, organizationId),
          isNull(posts.until),
          isNull(members.leftOn),
          sql`${posts.post} <> 'groupLeader'`,
        ),
      )
      .orderBy(
        sql`array_position(array['secretary', 'deputySecretary'], ${posts.post}) nulls last`,
        members.nameKey,
        members.id,
      )
    const people = new Map(rows.toReversed().map((row) => [row.memberId, row]))
    const first = rows.filter((row) => people.get(row.memberId) === row)
    const leader = first.find(({ post }) => post === 'secretary') ?? first[0]
    return {
      seats: first.map(({ post, ...row }) => ({
        ...row,
        post: postWords[post],
        role: row.memberId === leader?.memberId ? ('leader' as const) : ('member' as const),
      })),
    }
  },
)
