import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Day } from '../../../kernel/calendar.ts'
import { members, posts } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'
import { textArray } from './condition.ts'
import type { Condition, Post } from './condition.ts'

/** Holds one of the posts on the day; one begun after `since` only, where that is given. */
export function postIn(names: readonly Post[], day: Day, since?: Day): Condition {
  const begun = since === undefined ? sql`true` : sql`${posts.from} > ${since}::date`
  return {
    holds: (subject) =>
      subject.posts.some(
        ({ post, from }) => names.includes(post) && (since === undefined || from > since),
      ),
    sql: sql`exists (select from ${posts} where ${postHeld(day)}
      and ${posts.post} = any(${textArray(names)}) and ${begun})`,
  }
}

/** The posts of the member at hand that are held on the day. */
export function postHeld(day: Day): SQL {
  return sql`${posts.unitId} = ${members.unitId} and ${posts.memberId} = ${members.id}
    and ${posts.from} <= ${day}::date and (${posts.until} is null or ${posts.until} > ${day}::date)`
}

export function employmentIn(employments: readonly string[]): Condition {
  return {
    holds: ({ employment }) => employments.includes(employment),
    sql: sql`(${members.employment} = any(${textArray(employments)}))`,
  }
}

export function isFloating(day: Day): Condition {
  return {
    holds: ({ floatingSince }) => floatingSince !== null && floatingSince <= day,
    sql: sql`coalesce(${members.floatingSince} <= ${day}::date, false)`,
  }
}

export function sectorIn(sectors: readonly string[]): Condition {
  return {
    holds: ({ sector }) => sectors.includes(sector),
    sql: sql`(${organizations.sector} = any(${textArray(sectors)}))`,
  }
}

export function kindIn(kinds: readonly string[]): Condition {
  return {
    holds: ({ kind }) => kinds.includes(kind),
    sql: sql`(${organizations.kind} = any(${textArray(kinds)}))`,
  }
}

export function tierIn(tiers: readonly number[]): Condition {
  return {
    holds: ({ tier }) => tier !== null && tiers.includes(tier),
    sql: sql`coalesce(${organizations.tier} = any(${sql.param([...tiers])}::int[]), false)`,
  }
}

/** In one of the organizations or anywhere below: a path holds the ids of all above. */
export function under(organizationIds: readonly string[]): Condition {
  const marks = organizationIds.map((id) => `/${id}/`)
  return {
    holds: ({ path }) => marks.some((mark) => path.includes(mark)),
    sql: sql`(${organizations.path} like any(${textArray(marks.map((mark) => `%${mark}%`))}))`,
  }
}
