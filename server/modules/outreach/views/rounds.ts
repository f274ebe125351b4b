import { contract } from '@zhixing/contract'
import { and, asc, eq, isNull, or, sql } from 'drizzle-orm'
import { addDays, dayOf } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { missing } from '../../../kernel/problem.ts'
import { covers, reachOf, within } from '../../../kernel/reach.ts'
import { ownView, view } from '../../../kernel/view.ts'
import { maskPhone } from '../../members/index.ts'
import { members } from '../../members/table.ts'
import { narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { showVisits } from '../steps/speak.ts'
import { findPack } from '../store/packs.ts'
import type { Round } from '../store/rounds.ts'
import {
  outreachCaptures,
  outreachRounds,
  outreachStops,
  outreachVisitors,
  outreachVisits,
} from '../table.ts'
import { headOf, selectRounds } from './heads.ts'

/** How long after its last day a round that nobody ended stays on the phone. */
const graceDays = 14

export const listRounds = view(contract.outreach.rounds, async (sight, input) => {
  const { db } = sight
  const { reach } = await narrowTo(db, sight.reach, input.organizationId)
  const chosen = within(reach, outreachRounds.path)
  const rows = await selectRounds(db)
    .where(chosen)
    .limit(input.size)
    .offset((input.page - 1) * input.size)
  return { rows: rows.map(headOf), total: await db.$count(outreachRounds, chosen) }
})

export const showRound = view(contract.outreach.round, async (sight, input) => {
  const { db, actor, reach } = sight
  const { unitId, roundId } = input
  const [row] = await selectRounds(db).where(
    and(
      eq(outreachRounds.unitId, unitId),
      eq(outreachRounds.id, roundId),
      within(reach, outreachRounds.path),
    ),
  )
  if (!row) throw missing('outreach.roundUnknown')
  const { packedOn, packedBy, version, path } = row.round
  const stops = await readStops(db, row.round, actor.personId)
  return {
    ...headOf(row),
    pack: await packOf(db, row.round),
    packedOn,
    packedBy,
    stops: stops.map(({ stop }) => stop),
    version,
    may: { manage: covers(reachOf(actor.appointments, 'outreach.manage'), path) },
  }
})

/** What goes with a visitor out of reach of the network: names and doors, no numbers. */
export const myRounds = ownView(contract.outreach.myRounds, async (sight) => {
  const { db, now, vault, actor } = sight
  const { memberId, unitId, personId } = actor
  if (!memberId) return { personId, rows: [] }
  const last = addDays(dayOf(now), -graceDays)
  const rows = await selectRounds(db).where(
    and(
      eq(outreachRounds.unitId, unitId),
      isNull(outreachRounds.endedOn),
      sql`${outreachRounds.until} >= ${last}::date`,
      sql`exists (select from ${outreachVisitors} mine where mine.unit_id = ${outreachRounds.unitId}
        and mine.round_id = ${outreachRounds.id} and mine.member_id = ${memberId})`,
    ),
  )
  const shown = rows.map(async (row) => {
    const { unitId: owner, roundId, title, organizationName, from, until, visitors } = headOf(row)
    const pack = await packOf(db, row.round)
    const stops = await readStops(db, row.round, personId)
    return {
      unitId: owner,
      roundId,
      title,
      organizationName,
      from,
      until,
      visitors,
      packTitle: pack?.title ?? '',
      items: pack?.items ?? [],
      stops: stops.map(({ stop, phoneSealed }) => ({
        ...stop,
        phone: phoneSealed === null ? '' : maskPhone(vault.open(phoneSealed)),
        visits: stop.visits.map((visit) => ({
          ...visit,
          evidence: visit.evidence.map(unsigned),
        })),
      })),
    }
  })
  return { personId, rows: await Promise.all(shown) }
})

type Evidence = Awaited<
  ReturnType<typeof readStops>
>[number]['stop']['visits'][number]['evidence'][number]

/** Signatures stay where they are: the phone that took one needs none of the others. */
function unsigned({ witness, ...evidence }: Evidence): Evidence {
  return { ...evidence, witness: witness ? { ...witness, signature: '' } : null }
}

async function packOf(db: Reader, { unitId, packId }: Round) {
  const pack = packId ? await findPack(db, { unitId, packId }) : undefined
  if (!pack) return null
  const [owner] = await db
    .select({ name: organizations.name })
    .from(organizations)
    .where(eq(organizations.id, pack.organizationId))
  const { id, title, items, version } = pack
  return { unitId, packId: id, title, organizationName: owner?.name ?? '', items, version }
}

/** The route in its order, then those who were taken off it and visited all the same. */
async function readStops(db: Reader, { unitId, id }: Round, personId: string) {
  const visits = await db
    .select()
    .from(outreachVisits)
    .where(
      and(
        eq(outreachVisits.unitId, unitId),
        // Two rounds may have met at one door on one day: the visit belongs to both.
        sql`exists (select from ${outreachCaptures} c where c.unit_id = ${outreachVisits.unitId}
          and c.visit_id = ${outreachVisits.id} and c.round_id = ${id})`,
      ),
    )
    .orderBy(asc(outreachVisits.day), asc(outreachVisits.id))
  const shown = Map.groupBy(await showVisits(db, visits, personId), ({ memberId }) => memberId)
  const rows = await db
    .select({
      memberId: outreachStops.memberId,
      name: members.name,
      organizationName: organizations.name,
      plannedOn: outreachStops.plannedOn,
      note: outreachStops.note,
      phoneSealed: members.phoneSealed,
    })
    .from(outreachStops)
    .innerJoin(
      members,
      and(eq(members.unitId, outreachStops.unitId), eq(members.id, outreachStops.memberId)),
    )
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(
      and(
        eq(outreachStops.unitId, unitId),
        eq(outreachStops.roundId, id),
        or(isNull(outreachStops.removedOn), oneOf(outreachStops.memberId, shown.keys())),
      ),
    )
    .orderBy(sql`${outreachStops.removedOn} is not null`, asc(outreachStops.position))
  return rows.map(({ phoneSealed, ...row }) => ({
    phoneSealed,
    stop: { ...row, visits: (shown.get(row.memberId) ?? []).map(({ visit }) => visit) },
  }))
}
