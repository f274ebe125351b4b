import { contract, offices } from '@zhixing/contract'
import type { Grant } from '@zhixing/contract'
import { and, asc, eq, inArray, isNull, like, lte, ne, not, or, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import type { Actor } from '../../../kernel/caller.ts'
import type { Reader } from '../../../kernel/db.ts'
import { parentOf, reachOf, within } from '../../../kernel/reach.ts'
import { ownView } from '../../../kernel/view.ts'
import { organizations } from '../../organizations/table.ts'
import { procedureCases } from '../table.ts'
import { turnOf } from './show.ts'

export const waiting = ownView(
  contract.procedures.waiting,
  async ({ db, now, actor }, { page, size }) => {
    const mine = waitingFor(actor)
    const found = await findWaiting(db, mine, { limit: size, offset: (page - 1) * size })
    const today = dayOf(now)
    return {
      rows: found.map(({ case: one, organizationName }) => ({
        ...turnOf(one, today),
        unitId: one.unitId,
        caseId: one.id,
        subject: one.subject,
        name: one.name,
        title: one.title,
        organizationName,
        startedByName: one.startedByName,
        page: one.page,
      })),
      total: await db.$count(procedureCases, mine),
    }
  },
)

/** The cases at and below a place whose turn is this actor's, as soon as they may be decided. */
export async function waitingBelow(db: Reader, actor: Actor, path: string, today: Day) {
  const isOpen = or(isNull(procedureCases.earliestOn), lte(procedureCases.earliestOn, today))
  const here = or(
    and(isHome, like(procedureCases.path, `${path}%`)),
    and(isThere, like(procedureCases.partnerPath, `${path}%`)),
  )
  const below = and(waitingFor(actor), here, isOpen)
  return findWaiting(db, below, { limit: shownMax, offset: 0 })
}

const shownMax = 50

/** The turn is at the place that put it forward, or at the other end. */
const isHome = eq(procedureCases.side, 'home')
const isThere = eq(procedureCases.side, 'partner')

async function findWaiting(
  db: Reader,
  chosen: SQL | undefined,
  { limit, offset }: { readonly limit: number; readonly offset: number },
) {
  return db
    .select({ case: procedureCases, organizationName: organizations.name })
    .from(procedureCases)
    .innerJoin(organizations, eq(organizations.id, procedureCases.organizationId))
    .where(chosen)
    .orderBy(sql`${procedureCases.dueOn} asc nulls last`, asc(procedureCases.since))
    .limit(limit)
    .offset(offset)
}

/** The same question as `refuseRight`, asked of the database. */
function waitingFor(actor: Actor): SQL | undefined {
  const grants = [...new Set(actor.appointments.flatMap(({ office }) => [...offices[office]]))]
  const byReach = Map.groupBy(grants, (grant: Grant) => reachOf(actor.appointments, grant).join())
  const turns = [...byReach.values()].map((some) => {
    const reach = some[0] ? reachOf(actor.appointments, some[0]) : []
    const own = reach.filter((path) => parentOf(path) !== '/')
    const mayAt = (column: typeof procedureCases.path | typeof procedureCases.partnerPath) => {
      const isOwn = own.length > 0 ? inArray(column, own) : sql`false`
      return and(within(reach, column), not(and(procedureCases.isAbove, isOwn) ?? sql`false`))
    }
    return and(
      inArray(procedureCases.decidedBy, some),
      or(and(isHome, mayAt(procedureCases.path)), and(isThere, mayAt(procedureCases.partnerPath))),
    )
  })
  const started = and(
    eq(procedureCases.decidedBy, 'starter'),
    eq(procedureCases.startedBy, actor.accountId),
  )
  const { judgesId } = procedureCases
  const others = actor.memberId ? or(isNull(judgesId), ne(judgesId, actor.memberId)) : undefined
  return and(eq(procedureCases.state, 'open'), others, or(started, ...turns))
}
