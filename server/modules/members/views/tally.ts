import { contract, keysOf } from '@zhixing/contract'
import { cohorts, rosters, sexes, stages } from '@zhixing/contract/words.ts'
import { desc, eq, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { dayOf } from '../../../kernel/calendar.ts'
import { cohortCondition, rosterCondition } from '../../audience/index.ts'
import { narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { members, memberTags } from '../table.ts'
import { chosenBy } from './choose.ts'
import { overview } from '../../overviews/index.ts'

const tagsMax = 50

/** One pass over the chosen members counts them by everything that the screen can filter by. */
export const tallyMembers = overview(contract.members.tally, async (sight, input) => {
  const { db, now, vault } = sight
  const day = dayOf(now)
  const { reach } = await narrowTo(db, sight.reach, input.organizationId)
  const chosen = chosenBy(input, { reach, day, vault })

  const [counted] = await db
    .select({
      total: sql<number>`count(*)::int`,
      ...countsOf('roster', rosters, (key) => rosterCondition(key, day).sql),
      ...countsOf('stage', stages, (key) => sql`${members.stage} = ${key}`),
      ...countsOf('sex', sexes, (key) => sql`${members.sex} = ${key}`),
      ...countsOf('cohort', cohorts, (key) => cohortCondition(key, day).sql),
    })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(chosen)
  const tags = await db
    .select({ tag: memberTags.tag, count: sql<number>`count(*)::int` })
    .from(memberTags)
    .innerJoin(
      members,
      sql`${members.unitId} = ${memberTags.unitId} and ${members.id} = ${memberTags.memberId}`,
    )
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(chosen)
    .groupBy(memberTags.tag)
    .orderBy(desc(sql`count(*)`), memberTags.tag)
    .limit(tagsMax)

  const all: Readonly<Record<string, number>> = counted ?? { total: 0 }
  return {
    total: all.total ?? 0,
    rosters: named('roster', all),
    stages: named('stage', all),
    sexes: named('sex', all),
    cohorts: named('cohort', all),
    tags,
  }
})

function countsOf<Words extends object>(
  group: string,
  words: Words,
  condition: (key: keyof Words & string) => SQL,
): Record<string, SQL<number>> {
  return Object.fromEntries(
    keysOf(words).map((key) => [
      `${group}:${key}`,
      sql<number>`(count(*) filter (where ${condition(key)}))::int`,
    ]),
  )
}

function named(group: string, counts: Readonly<Record<string, number>>): Record<string, number> {
  const own = Object.entries(counts).filter(([key]) => key.startsWith(`${group}:`))
  return Object.fromEntries(own.map(([key, count]) => [key.slice(group.length + 1), count]))
}
