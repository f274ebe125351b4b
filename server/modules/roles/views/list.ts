import { contract } from '@zhixing/contract'
import type { Roster } from '@zhixing/contract'
import { and, asc, count, desc, eq, isNull, like, notInArray, sql } from 'drizzle-orm'
import { dayOf, yearOf } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { covers, reachOf } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { rosterCondition } from '../../audience/index.ts'
import { members } from '../../members/table.ts'
import { narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { memberRoles } from '../table.ts'
import { roleColumns } from './shown.ts'

type Asked = {
  readonly path: string
  readonly kind: Roster & ('inPost' | 'noPost')
  readonly year: number
  readonly day: string
}

/** Who answers for what in a year, and who of that roster has nothing yet. */
export const listRoles = view(
  contract.roles.list,
  async ({ db, now, reach, actor }, { organizationId, kind, state, page, size, ...input }) => {
    const { organization } = await narrowTo(db, reach, organizationId)
    const day = dayOf(now)
    const asked = { path: organization.path, kind, year: input.year ?? yearOf(day), day }
    const chosen = and(
      like(memberRoles.path, `${asked.path}%`),
      eq(memberRoles.kind, kind),
      eq(memberRoles.year, asked.year),
      state ? eq(memberRoles.state, state) : undefined,
    )
    const rows = await db
      .select(roleColumns)
      .from(memberRoles)
      .innerJoin(
        members,
        and(eq(members.unitId, memberRoles.unitId), eq(members.id, memberRoles.memberId)),
      )
      .innerJoin(organizations, eq(organizations.id, memberRoles.organizationId))
      .where(chosen)
      .orderBy(desc(memberRoles.since), asc(members.nameKey), asc(memberRoles.id))
      .limit(size)
      .offset((page - 1) * size)
    const coverage = await coverageOf(db, asked)
    return {
      year: asked.year,
      rows: input.lacking ? [] : rows,
      total: await db.$count(memberRoles, chosen),
      ...coverage,
      without: input.lacking ? await without(db, asked, { page, size }) : [],
      mayAssign: covers(reachOf(actor.appointments, 'roles.assign'), organization.path),
    }
  },
)

const live = notInArray(memberRoles.state, ['declined', 'ended'])

function hasRole({ kind, year }: Asked) {
  return sql`exists (select from ${memberRoles} where ${memberRoles.unitId} = ${members.unitId}
    and ${memberRoles.memberId} = ${members.id} and ${memberRoles.kind} = ${kind}
    and ${memberRoles.year} = ${year}::int and ${live})`
}

/** Everybody on the roster at and below the path. */
function onRoster({ path, kind, day }: Asked) {
  return and(
    like(organizations.path, `${path}%`),
    isNull(members.leftOn),
    rosterCondition(kind, day).sql,
  )
}

async function coverageOf(db: Reader, asked: Asked) {
  const [people] = await db
    .select({
      all: count(),
      covered: sql<number>`count(*) filter (where ${hasRole(asked)})::int`,
    })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(onRoster(asked))
  const own = and(
    like(memberRoles.path, `${asked.path}%`),
    eq(memberRoles.kind, asked.kind),
    eq(memberRoles.year, asked.year),
  )
  const waits = asked.kind === 'inPost' ? 'assigned' : 'claimed'
  return {
    people: people?.all ?? 0,
    covered: people?.covered ?? 0,
    assessed: await db.$count(memberRoles, and(own, eq(memberRoles.state, 'assessed'))),
    waiting: await db.$count(memberRoles, and(own, eq(memberRoles.state, waits))),
  }
}

async function without(db: Reader, asked: Asked, { page, size }: { page: number; size: number }) {
  return db
    .select({
      unitId: members.unitId,
      memberId: members.id,
      name: members.name,
      organizationName: organizations.name,
    })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(and(onRoster(asked), sql`not ${hasRole(asked)}`))
    .orderBy(asc(organizations.nameKey), asc(members.nameKey), asc(members.id))
    .limit(size)
    .offset((page - 1) * size)
}
