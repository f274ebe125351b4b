import { contract } from '@zhixing/contract'
import type { Output } from '@zhixing/contract'
import { and, asc, eq, inArray, or, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { addMonths, dayOf, yearsBetween } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { containing } from '../../../kernel/search.ts'
import { view } from '../../../kernel/view.ts'
import { narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { procedureCases } from '../../procedures/table.ts'
import { ruleAt } from '../../rules/index.ts'
import { ageGroupOf, countsOf, educationGroupOf, placesOf } from '../rules/reserve.ts'
import { practiceAt } from '../steps/practice.ts'
import { applicantEntries, applicants, applicantTasks } from '../table.ts'

type Candidate = Output<typeof contract.development.reserve>['rows'][number]

const ofEntries = (what: SQL) => sql<number>`(select ${what}::int from ${applicantEntries} e
  where e.unit_id = ${applicants.unitId} and e.applicant_id = ${applicants.id})`
const countOf = (kind: string) => ofEntries(sql`count(*) filter (where e.kind = ${kind})`)
const ofTasks = (what: SQL) => sql<number>`(select ${what}::int from ${applicantTasks} t
  where t.unit_id = ${applicants.unitId} and t.applicant_id = ${applicants.id})`

/** People in reserve with what their file adds up to. */
export function selectCandidates(db: Reader) {
  return db
    .select({
      applicant: applicants,
      organizationName: organizations.name,
      step: procedureCases.step,
      since: sql<Day | null>`${procedureCases.marks} ->> 'activist'`,
      points: ofEntries(sql`coalesce(sum(e.points), 0)`),
      serviceMinutes: ofEntries(sql`coalesce(sum(e.minutes) filter (where e.kind = 'service'), 0)`),
      inspections: countOf('inspection'),
      thoughts: countOf('thought'),
      activities: countOf('activity'),
      tasks: ofTasks(sql`count(*)`),
      tasksDone: ofTasks(sql`count(t.done_on)`),
    })
    .from(applicants)
    .innerJoin(organizations, eq(organizations.id, applicants.organizationId))
    .innerJoin(
      procedureCases,
      and(eq(procedureCases.unitId, applicants.unitId), eq(procedureCases.id, applicants.caseId)),
    )
}

type Row = Awaited<ReturnType<typeof selectCandidates>>[number]

export function candidateOf({ applicant, ...row }: Row, today: Day): Candidate {
  const { unitId, id: applicantId, name, stage, education, occupation, abilities } = applicant
  const age = yearsBetween(applicant.bornOn, today)
  const who = { unitId, applicantId, name, stage, age, education, occupation }
  const { organizationName, since, points, serviceMinutes, inspections, thoughts } = row
  const { activities, tasks, tasksDone } = row
  const sums = { points, serviceMinutes, inspections, thoughts, activities, tasks, tasksDone }
  return { ...who, ...sums, organizationName, since, abilities: [...abilities] }
}

const reserved = ['applicant', 'activist', 'target'] as const
const countPeople = (people: readonly { readonly abilities: readonly string[] }[], name: string) =>
  people.filter(({ abilities }) => abilities.includes(name)).length

/** The reserve, sorted by what somebody is, knows and can do. */
export const showReserve = view(contract.development.reserve, async (sight, input) => {
  const { db, now } = sight
  const { organization, reach } = await narrowTo(db, sight.reach, input.organizationId)
  const today = dayOf(now)
  const { abilities: usual } = await practiceAt(db, organization.path)
  const like = sql`like ${containing(input.text)}`
  const rows = await selectCandidates(db)
    .where(
      and(
        within(reach, applicants.path),
        inArray(applicants.stage, [...reserved]),
        input.text === ''
          ? undefined
          : or(sql`${applicants.name} ${like}`, sql`${applicants.nameKey} ${like}`),
      ),
    )
    .orderBy(asc(applicants.nameKey), asc(applicants.id))
  const everybody = rows.map((row) => candidateOf(row, today))
  const { stage, education, age, ability } = input
  const chosen = everybody.filter(
    (one) =>
      (stage === null || one.stage === stage) &&
      (education === null || educationGroupOf(one.education) === education) &&
      (age === null || ageGroupOf(one.age) === age) &&
      (ability === '' || one.abilities.includes(ability)),
  )
  const from = (input.page - 1) * input.size
  const named = [...new Set([...usual, ...everybody.flatMap(({ abilities }) => abilities)])]
  return {
    rows: chosen.slice(from, from + input.size),
    total: chosen.length,
    stages: countsOf(everybody.map((one) => one.stage)),
    educations: countsOf(everybody.map((one) => educationGroupOf(one.education))),
    ages: countsOf(everybody.map((one) => ageGroupOf(one.age))),
    abilities: named.map((name) => ({ name, count: countPeople(everybody, name) })),
  }
})

/** Activists whose year is over, side by side, and how many of them the ratio lets through. */
export const showComparison = view(contract.development.compare, async (sight, input) => {
  const { db, now } = sight
  const { organization, reach } = await narrowTo(db, sight.reach, input.organizationId)
  const today = dayOf(now)
  const point = { path: organization.path, day: today }
  const { value: ratio, clause } = await ruleAt(db, 'dev.ratio', point)
  const rows = await readyRows(db, reach, today)
  const branches = Map.groupBy(rows, ({ applicant }) => applicant.organizationId)
  return {
    ratio,
    clause,
    branches: [...branches].map(([organizationId, some]) => ({
      organizationId,
      name: some[0]?.organizationName ?? '',
      places: placesOf(some.length, ratio),
      rows: some
        .map((row) => ({ ...candidateOf(row, today), isChosen: chosen.has(row.step) }))
        .toSorted((one, other) => other.points - one.points || one.name.localeCompare(other.name)),
    })),
  }
})

/** Whoever is past the choice of a target stands there with those who are not. */
const chosen = new Set(['targetFiled', 'introducers', 'review', 'training'])

async function readyRows(db: Reader, reach: Reach, today: Day): Promise<Row[]> {
  const rows = await selectCandidates(db)
    .where(and(within(reach, applicants.path), inArray(applicants.stage, ['activist', 'target'])))
    .orderBy(organizations.path, asc(applicants.nameKey), asc(applicants.id))
  const judged = await Promise.all(
    rows.map(async (row) => {
      const { path, appliedOn } = row.applicant
      const { value: months } = await ruleAt(db, 'dev.cultivate', { path, day: appliedOn })
      return { row, isReady: row.since !== null && addMonths(row.since, months) <= today }
    }),
  )
  return judged
    .filter(({ row, isReady }) => isReady && !settled.has(row.step))
    .map(({ row }) => row)
}

/** From the committee's examination on, nobody is compared any more. */
const settled = new Set([
  'committee',
  'prereview',
  'volunteer',
  'meeting',
  'superiorTalk',
  'approve',
])
