import { contract } from '@zhixing/contract'
import { and, asc, eq, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { covers, reachOf, within } from '../../../kernel/reach.ts'
import { ownView, view } from '../../../kernel/view.ts'
import { members } from '../../members/table.ts'
import { isBranch, narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { isOverdue } from '../rules/round.ts'
import { findBranchMembers } from '../store/people.ts'
import { findEntries } from '../store/shortcomings.ts'
import { shortcomings } from '../table.ts'

const owners = alias(members, 'owners')
const abouts = alias(members, 'abouts')

const entryWords = {
  added: '列入清单',
  progress: '整改进展',
  done: '提请验收',
  settled: '验收销号',
  returned: '退回整改',
  changed: '调整期限',
} as const

/** What was found wrong at and below a place, what is due first in front. */
export const listShortcomings = view(
  contract.shortcomings.list,
  async ({ db, now, reach, actor }, input) => {
    const { organizationId, year, state, onlyOverdue, page, size } = input
    const narrowed = await narrowTo(db, reach, organizationId)
    const { organization } = narrowed
    const day = dayOf(now)
    const below = and(within(narrowed.reach, shortcomings.path), eq(shortcomings.year, year))
    const late = sql`${shortcomings.state} = 'open' and ${shortcomings.dueOn} < ${day}`
    const chosen = and(
      below,
      state ? eq(shortcomings.state, state) : undefined,
      onlyOverdue ? late : undefined,
    )
    const of = (key: 'open' | 'reported' | 'settled') =>
      db.$count(shortcomings, and(below, eq(shortcomings.state, key)))
    const isOwn = isBranch(organization.kind)
    const { unitId } = organization
    const here = isOwn ? await findBranchMembers(db, { unitId, organizationId }) : []
    return {
      rows: await rowsOf(db, chosen, { day, limit: size, offset: (page - 1) * size }),
      total: await db.$count(shortcomings, chosen),
      counts: {
        open: await of('open'),
        reported: await of('reported'),
        settled: await of('settled'),
      },
      overdue: await db.$count(shortcomings, and(below, late)),
      people: here.map(({ memberId, name }) => ({ memberId, name })),
      mayHold: covers(reachOf(actor.appointments, 'appraisal.hold'), organization.path),
    }
  },
)

/** What I have to mend, and what of it is settled. */
export const myShortcomings = ownView(contract.shortcomings.mine, async ({ db, now, actor }) => {
  const { unitId, memberId } = actor
  if (!memberId) return { rows: [] }
  const own = and(eq(shortcomings.unitId, unitId), eq(shortcomings.ownerId, memberId))
  return { rows: await rowsOf(db, own, { day: dayOf(now), limit: 200, offset: 0 }) }
})

async function rowsOf(
  db: Reader,
  where: SQL | undefined,
  { day, limit, offset }: { day: string; limit: number; offset: number },
) {
  const rows = await db
    .select({
      one: shortcomings,
      organizationName: organizations.name,
      ownerName: owners.name,
      aboutName: abouts.name,
    })
    .from(shortcomings)
    .innerJoin(organizations, eq(organizations.id, shortcomings.organizationId))
    .innerJoin(
      owners,
      and(eq(owners.unitId, shortcomings.unitId), eq(owners.id, shortcomings.ownerId)),
    )
    .leftJoin(
      abouts,
      and(eq(abouts.unitId, shortcomings.unitId), eq(abouts.id, shortcomings.aboutId)),
    )
    .where(where)
    .orderBy(
      asc(sql`${shortcomings.state} = 'settled'`),
      asc(shortcomings.dueOn),
      asc(shortcomings.id),
    )
    .limit(limit)
    .offset(offset)
  const logs = await findEntries(
    db,
    rows.map(({ one }) => one.id),
  )
  return rows.map(({ one, organizationName, ownerName, aboutName }) => ({
    ...one,
    shortcomingId: one.id,
    organizationName,
    ownerName,
    aboutName,
    isOverdue: isOverdue(one, day),
    log: (logs.get(one.id) ?? []).map(({ what, text, byName, at }) => ({
      what: entryWords[what],
      text,
      byName,
      at: at.toISOString(),
    })),
  }))
}
