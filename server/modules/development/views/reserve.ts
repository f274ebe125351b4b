import { contract } from '@zhixing/contract'
import type { Output } from '@zhixing/contract'
import type { ageGroups, educationGroups } from '@zhixing/contract/development-words.ts'
import { and, asc, desc, eq, inArray, or, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { dayOf, yearsBetween } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { within } from '../../../kernel/reach.ts'
import { containing } from '../../../kernel/search.ts'
import { view } from '../../../kernel/view.ts'
import { narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { procedureCases } from '../../procedures/table.ts'
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

/** A place names at most a dozen abilities; what else people wrote down follows, the most frequent first. */
const abilitiesMax = 50

/** GB/T 4658 by its first figure: 1 graduate, 2 bachelor, 3 college, and all below. */
const education = sql<keyof typeof educationGroups>`case left(${applicants.education}, 1)
  when '1' then 'graduate' when '2' then 'bachelor' when '3' then 'college' else 'lower' end`

/** How old somebody is, as `yearsBetween` counts: born on 29 February means a year older on 1 March. */
function ageOn(today: Day) {
  const years = sql`(extract(year from ${today}::date) - extract(year from ${applicants.bornOn})
    - (to_char(${today}::date, 'MMDD') < to_char(${applicants.bornOn}, 'MMDD'))::int)`
  return sql<keyof typeof ageGroups>`case when ${years} >= 46 then 'over45'
    when ${years} >= 36 then 'under46' when ${years} >= 30 then 'under36' else 'under30' end`
}

/** The reserve, sorted by what somebody is, knows and can do. */
export const showReserve = view(contract.development.reserve, async (sight, input) => {
  const { db, now } = sight
  const { organization, reach } = await narrowTo(db, sight.reach, input.organizationId)
  const today = dayOf(now)
  const like = sql`like ${containing(input.text)}`
  const everybody = and(
    within(reach, applicants.path),
    inArray(applicants.stage, [...reserved]),
    input.text === ''
      ? undefined
      : or(sql`${applicants.name} ${like}`, sql`${applicants.nameKey} ${like}`),
  )
  const { stage, ability, page, size } = input
  const chosen = and(
    everybody,
    stage === null ? undefined : eq(applicants.stage, stage),
    input.education === null ? undefined : sql`${education} = ${input.education}`,
    input.age === null ? undefined : sql`${ageOn(today)} = ${input.age}`,
    ability === ''
      ? undefined
      : sql`${applicants.abilities} @> ${JSON.stringify([ability])}::jsonb`,
  )
  const rows = await selectCandidates(db)
    .where(chosen)
    .orderBy(asc(applicants.nameKey), asc(applicants.id))
    .limit(size)
    .offset((page - 1) * size)
  const groups = await db
    .select({
      stage: applicants.stage,
      education: sql<keyof typeof educationGroups>`${education} as education_group`,
      age: sql<keyof typeof ageGroups>`${ageOn(today)} as age_group`,
      count: sql<number>`count(*)::int`,
    })
    .from(applicants)
    .where(everybody)
    .groupBy(applicants.stage, sql`education_group`, sql`age_group`)
  return {
    rows: rows.map((row) => candidateOf(row, today)),
    total: await db.$count(applicants, chosen),
    stages: sumsOf(groups, (one) => one.stage),
    educations: sumsOf(groups, (one) => one.education),
    ages: sumsOf(groups, (one) => one.age),
    abilities: await abilitiesOf(db, everybody, organization.path),
  }
})

type Group = { readonly count: number }

function sumsOf<G extends Group, Key extends string>(
  groups: readonly G[],
  keyOf: (group: G) => Key,
): Partial<Record<Key, number>> {
  const sums: Partial<Record<Key, number>> = {}
  for (const group of groups) sums[keyOf(group)] = (sums[keyOf(group)] ?? 0) + group.count
  return sums
}

/** What the place asks about, and what else is said of people, with how many of them have it. */
async function abilitiesOf(db: Reader, everybody: SQL | undefined, path: string) {
  const { abilities: usual } = await practiceAt(db, path)
  const found = await db
    .select({ name: sql<string>`ability.name`, count: sql<number>`count(*)::int` })
    .from(applicants)
    .innerJoin(sql`jsonb_array_elements_text(${applicants.abilities}) as ability (name)`, sql`true`)
    .where(everybody)
    .groupBy(sql`ability.name`)
    .orderBy(desc(sql`count(*)`), sql`ability.name`)
  const counts = new Map(found.map(({ name, count }) => [name, count]))
  const others = found.filter(({ name }) => !usual.includes(name)).slice(0, abilitiesMax)
  return [...usual.map((name) => ({ name, count: counts.get(name) ?? 0 })), ...others]
}
