import { contract } from '@zhixing/contract'
import type { Input } from '@zhixing/contract'
import { aliasedTable, and, desc, eq, gte, ilike, inArray, like, lt, or, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { addDays, startOf } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { within } from '../../../kernel/reach.ts'
import { containing } from '../../../kernel/search.ts'
import { traces } from '../../../kernel/trace.ts'
import { view } from '../../../kernel/view.ts'
import { accounts } from '../../accounts/table.ts'
import { organizations } from '../../organizations/table.ts'
import { commandName, differencesOf, idsIn, isAtDoor, subjectName } from '../rules/words.ts'
import { findPlaces } from '../store.ts'
import { namesOf } from './names.ts'

type Ask = Input<typeof contract.audit.list>

/** Nobody reads more than this one by one, and counting on would cost more than it says. */
const countedTo = 10_000

const place = aliasedTable(organizations, 'place')

export const listTraces = view(contract.audit.list, async ({ db, reach }, ask) => {
  const units = [...new Set((await findPlaces(db, reach)).map(({ unitId }) => unitId))]
  const wanted = and(inArray(traces.unitId, units), within(reach, traces.path), ...filtersOf(ask))
  const found = await db
    .select({ trace: traces, actorName: accounts.name, placeName: place.name })
    .from(traces)
    .leftJoin(accounts, eq(accounts.id, traces.actorId))
    .leftJoin(place, eq(place.path, traces.path))
    .where(and(wanted, ...afterOf(ask)))
    .orderBy(desc(traces.at), desc(traces.id))
    .limit(ask.size + 1)

  const page = found.slice(0, ask.size)
  const ids = idsIn(page.map(({ trace }) => [trace.subject, trace.before, trace.after]))
  const known = await namesOf(db, units, ids)
  const rows = page.map(({ trace, actorName, placeName }) => ({
    ...trace,
    at: trace.at.toISOString(),
    actorName: actorName ?? (isAtDoor(trace.command) ? '未登录者' : '平台'),
    commandName: commandName(trace.command),
    subjectName: subjectName(trace.subject, known),
    placeName: placeName ?? '',
    differences: differencesOf(trace.before, trace.after, known),
  }))
  const last = found.length > ask.size ? rows.at(-1) : undefined
  const next = last ? { at: last.at, id: last.id } : null
  return { rows, next, total: await countOf(db, wanted), countedTo }
})

function filtersOf({ who, command, subject, from, until }: Ask): SQL[] {
  const whose = or(
    ilike(accounts.name, containing(who)),
    like(accounts.login, containing(who.toLowerCase())),
  )
  const actors = sql`${traces.actorId} in (select ${accounts.id} from ${accounts} where ${whose})`
  return [
    ...(who ? [actors] : []),
    ...(command ? [eq(traces.command, command)] : []),
    ...(subject ? [like(traces.subject, containing(subject))] : []),
    ...(from ? [gte(traces.at, startOf(from))] : []),
    ...(until ? [lt(traces.at, startOf(addDays(until, 1)))] : []),
  ]
}

function afterOf({ after }: Ask): SQL[] {
  if (!after) return []
  const at = new Date(after.at)
  return [sql`(${traces.at}, ${traces.id}) < (${at.toISOString()}::timestamptz, ${after.id}::uuid)`]
}

async function countOf(db: Reader, wanted: SQL | undefined): Promise<number> {
  const some = db
    .select({ one: sql`1` })
    .from(traces)
    .where(wanted)
    .limit(countedTo)
    .as('some')
  const [row] = await db.select({ count: sql<number>`count(*)::int` }).from(some)
  return row?.count ?? 0
}
