import { contract } from '@zhixing/contract'
import { and, eq } from 'drizzle-orm'
import { dayOf, monthOf, yearOf } from '../../../kernel/calendar.ts'
import type { Actor } from '../../../kernel/caller.ts'
import { missing } from '../../../kernel/problem.ts'
import { covers, parentOf, reachOf, within } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { findMember } from '../../members/index.ts'
import { isBranch, narrowTo } from '../../organizations/index.ts'
import { categoryOf } from '../rules/amount.ts'
import { askedFor, baseAt } from '../rules/assessment.ts'
import { readStates, standingOf } from '../steps/read-states.ts'
import { findRoll } from '../store/people.ts'
import { duesEntries, duesHardships } from '../table.ts'
import {
  cellsOf,
  hardshipOf,
  readEntries,
  readPayments,
  readPublications,
  selectHardships,
} from './shown.ts'

const entriesMax = 200

function rightsOf({ appointments }: Actor, path: string) {
  return {
    mayRecord: covers(reachOf(appointments, 'dues.record'), path),
    maySettle: covers(reachOf(appointments, 'dues.settle'), path),
  }
}

/** A branch's year: a line a member, a square a month. */
export const showGrid = view(contract.dues.grid, async (sight, input) => {
  const { db, now, actor } = sight
  const { organization, reach } = await narrowTo(db, sight.reach, input.organizationId)
  const today = dayOf(now)
  const year = input.year ?? yearOf(today)
  const { unitId, path, name } = organization
  const own = isBranch(organization.kind)
  const roll = own ? await findRoll(db, reach, unitId) : []
  const memberIds = roll.map(({ member }) => member.id)
  const states = await readStates(db, { unitId, memberIds, now })
  const rows = roll.flatMap(({ member }) => {
    const facts = states.facts.get(member.id)
    if (!facts) return []
    const entries = states.live.get(member.id) ?? []
    const month = year === yearOf(today) ? monthOf(today) : `${year}-12`
    const base = baseAt(facts.bases, month)
    return [
      {
        unitId,
        memberId: member.id,
        name: member.name,
        category: base?.category ?? null,
        proposed: categoryOf(member.employment),
        baseFen: base?.baseFen ?? 0,
        monthlyFen: base ? (askedFor(facts, month, states.rates)?.fen ?? 0) : null,
        cells: cellsOf(facts, entries, year, monthOf(today)),
        standing: standingOf(states, facts, entries),
      },
    ]
  })
  const cells = rows.flatMap((row) => row.cells)
  return {
    year,
    month: monthOf(today),
    isBranch: own,
    organizationName: name,
    rows,
    owedFen: cells.reduce((sum, { owedFen }) => sum + owedFen, 0),
    paidFen: cells.reduce((sum, { paidFen }) => sum + paidFen, 0),
    late: rows.filter(({ standing }) => standing.stage !== 'clear').length,
    unknown: rows.filter((row) => row.category === null).length,
    ...rightsOf(actor, path),
  }
})

/** Everything about one member's dues, down to the last entry and its clause. */
export const showOne = view(contract.dues.member, async ({ db, now, actor, reach }, input) => {
  const { unitId, memberId } = input
  const found = await findMember(db, reach, { unitId, memberId })
  if (!found) throw missing('dues.memberUnknown')
  const today = dayOf(now)
  const states = await readStates(db, { unitId, memberIds: [memberId], now })
  const facts = states.facts.get(memberId)
  if (!facts) throw missing('dues.memberUnknown')
  const live = states.live.get(memberId) ?? []
  const chosen = and(eq(duesEntries.unitId, unitId), eq(duesEntries.memberId, memberId))
  return {
    name: found.member.name,
    organizationName: found.organizationName,
    cells: cellsOf(facts, live, input.year ?? yearOf(today), monthOf(today)),
    standing: standingOf(states, facts, live),
    bases: facts.bases.toReversed().map(({ year, from, category, baseFen, note, byName, at }) => ({
      year,
      from,
      category,
      baseFen,
      note,
      byName,
      at: at.toISOString(),
    })),
    payments: await readPayments(db, unitId, memberId),
    entries: await readEntries(db, chosen, { limit: entriesMax }),
    ...rightsOf(actor, found.path),
  }
})

export const listPublications = view(contract.dues.publications, async (sight, input) => {
  const { organization } = await narrowTo(sight.db, sight.reach, input.organizationId)
  const { unitId, id } = organization
  return { rows: await readPublications(sight.db, unitId, id) }
})

export const listHardships = view(contract.dues.hardships, async (sight, input) => {
  const { db, actor } = sight
  const { reach } = await narrowTo(db, sight.reach, input.organizationId)
  const chosen = within(reach, duesHardships.path)
  const found = await selectHardships(db)
    .where(chosen)
    .orderBy(duesHardships.state, duesHardships.at, duesHardships.id)
    .limit(input.size)
    .offset((input.page - 1) * input.size)
  const { appointments } = actor
  return {
    rows: found.map((one) => {
      const shown = hardshipOf(one)
      const isAbove = shown.step === 'committee'
      const { path } = one.row
      const asked = isAbove ? parentOf(path) : path
      const deciding = reachOf(appointments, isAbove ? 'dues.approve' : 'dues.settle')
      return { ...shown, mayDecide: shown.step !== '' && covers(deciding, asked) }
    }),
    total: await db.$count(duesHardships, chosen),
    waiting: await db.$count(duesHardships, and(chosen, eq(duesHardships.state, 'asked'))),
  }
})
