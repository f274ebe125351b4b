import { contract } from '@zhixing/contract'
import { and, asc, eq, inArray, notInArray, sql } from 'drizzle-orm'
import { addMonths, dayOf } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { procedureCases } from '../../procedures/table.ts'
import { ruleAt, rulesBelow } from '../../rules/index.ts'
import { placesOf } from '../rules/reserve.ts'
import { applicants } from '../table.ts'
import { candidateOf, selectCandidates } from './reserve.ts'

/** Activists whose year is over, side by side, and how many of them the ratio lets through; a page of branches. */
export const showComparison = view(contract.development.compare, async (sight, input) => {
  const { db, now } = sight
  const { organization, reach } = await narrowTo(db, sight.reach, input.organizationId)
  const today = dayOf(now)
  const point = { path: organization.path, day: today }
  const { value: ratio, clause } = await ruleAt(db, 'dev.ratio', point)
  const ready = await findReady(db, reach, point)
  const branches = [...Map.groupBy(ready, ({ organizationId }) => organizationId)]
  const { page, size } = input
  const shown = branches.slice((page - 1) * size, page * size)
  const ids = shown.flatMap(([, some]) => some.map(({ id }) => id))
  const people = await selectCandidates(db)
    .where(and(within(reach, applicants.path), oneOf(applicants.id, ids)))
    .orderBy(asc(applicants.nameKey), asc(applicants.id))
  const byBranch = Map.groupBy(people, ({ applicant }) => applicant.organizationId)
  return {
    ratio,
    clause,
    people: ready.length,
    places: branches.reduce((all, [, some]) => all + placesOf(some.length, ratio), 0),
    total: branches.length,
    rows: shown.map(([organizationId, some]) => ({
      organizationId,
      name: byBranch.get(organizationId)?.[0]?.organizationName ?? '',
      places: placesOf(some.length, ratio),
      candidates: (byBranch.get(organizationId) ?? [])
        .map((row) => ({ ...candidateOf(row, today), isChosen: chosen.has(row.step) }))
        .toSorted((one, other) => other.points - one.points || one.name.localeCompare(other.name)),
    })),
  }
})

/** Whoever is past the choice of a target stands there with those who are not. */
const chosen = new Set(['targetFiled', 'introducers', 'review', 'training'])

/** From the committee's examination on, nobody is compared any more. */
const settled = ['committee', 'prereview', 'volunteer', 'meeting', 'superiorTalk', 'approve']

type At = { readonly path: string; readonly day: Day }

/** Who they are and no more: what they did is read of those who are shown. */
async function findReady(db: Reader, reach: Reach, { path: here, day: today }: At) {
  const cultivation = await rulesBelow(db, ['dev.cultivate'], here)
  const rows = await db
    .select({
      id: applicants.id,
      organizationId: applicants.organizationId,
      path: applicants.path,
      appliedOn: applicants.appliedOn,
      since: sql<Day | null>`${procedureCases.marks} ->> 'activist'`,
    })
    .from(applicants)
    .innerJoin(organizations, eq(organizations.id, applicants.organizationId))
    .innerJoin(
      procedureCases,
      and(eq(procedureCases.unitId, applicants.unitId), eq(procedureCases.id, applicants.caseId)),
    )
    .where(
      and(
        within(reach, applicants.path),
        inArray(applicants.stage, ['activist', 'target']),
        notInArray(procedureCases.step, settled),
      ),
    )
    .orderBy(organizations.path, asc(applicants.nameKey), asc(applicants.id))
  return rows.filter(({ path, appliedOn, since }) => {
    const { value: months } = cultivation({ path, day: appliedOn })['dev.cultivate']
    return since !== null && addMonths(since, months) <= today
  })
}
