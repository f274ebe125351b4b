import { contract } from '@zhixing/contract'
import type { EntryOf, Input } from '@zhixing/contract'
import { specialKinds } from '@zhixing/contract/class-words.ts'
import { and, between, desc, eq, inArray, like, ne, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { covers, reachOf, within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { containing } from '../../../kernel/search.ts'
import { view } from '../../../kernel/view.ts'
import { narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { classes } from '../table.ts'
import { rowColumns } from './row.ts'

type Asked = Omit<Input<EntryOf<'classes.list'>>, 'page' | 'size'>

/** The register of classes: how many, for how many person-times, of which kinds. */
export const listClasses = view(
  contract.classes.list,
  async ({ db, actor, reach }, { page, size, ...asked }) => {
    const narrowed = await narrowTo(db, reach, asked.organizationId)
    const base = baseOf(asked, narrowed.reach)
    const chosen = and(base, asked.kind ? eq(classes.kind, asked.kind) : undefined)
    const rows = await db
      .select(rowColumns)
      .from(classes)
      .innerJoin(organizations, eq(organizations.id, classes.organizationId))
      .where(chosen)
      .orderBy(desc(classes.from), desc(classes.id))
      .limit(size)
      .offset((page - 1) * size)
    const kinds = await db
      .select({
        kind: classes.kind,
        classes: sql<number>`count(*)::int`,
        personTimes: sql<number>`coalesce(sum(${rowColumns.enrolled}), 0)::int`,
      })
      .from(classes)
      .where(and(base, ne(classes.state, 'cancelled')))
      .groupBy(classes.kind)
      .orderBy(desc(sql`count(*)`), classes.kind)
    const counted = asked.kind ? kinds.filter(({ kind }) => kind === asked.kind) : kinds
    const keep = reachOf(actor.appointments, 'classes.keep')
    return {
      rows,
      total: await db.$count(classes, chosen),
      personTimes: counted.reduce((sum, one) => sum + one.personTimes, 0),
      kinds,
      mayKeep: covers(keep, narrowed.organization.path),
    }
  },
)

function baseOf({ year, state, isSpecial, text }: Asked, reach: Reach): SQL | undefined {
  return and(
    within(reach, classes.path),
    between(classes.from, `${year}-01-01`, `${year}-12-31`),
    state ? eq(classes.state, state) : undefined,
    isSpecial ? inArray(classes.kind, [...specialKinds]) : undefined,
    text === '' ? undefined : like(classes.title, containing(text)),
  )
}
