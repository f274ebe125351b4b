import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { addMonths } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import { excuses, members, memberTags } from '../../members/table.ts'
import { all, any, not, textArray } from './condition.ts'
import type { Condition } from './condition.ts'

export function stageIn(stages: readonly string[]): Condition {
  return {
    holds: ({ stage }) => stages.includes(stage),
    sql: sql`(${members.stage} = any(${textArray(stages)}))`,
  }
}

/** From the first day of probation until a year after confirmation: who is owed a class of the superior's. */
export function isNewMember(day: Day): Condition {
  const yearAgo = addMonths(day, -12)
  const hasJoined: Condition = {
    holds: ({ joinedOn }) => joinedOn !== null && joinedOn <= day,
    sql: known(members.joinedOn, sql`<= ${day}::date`),
  }
  const isConfirmedLong: Condition = {
    holds: ({ confirmedOn }) => confirmedOn !== null && confirmedOn <= yearAgo,
    sql: known(members.confirmedOn, sql`<= ${yearAgo}::date`),
  }
  return all([hasJoined, any([stageIn(['probationary']), not(isConfirmedLong)])])
}

export const isSuspended: Condition = {
  holds: (subject) => subject.isSuspended,
  sql: sql`${members.isSuspended}`,
}

export function isLost(day: Day): Condition {
  return {
    holds: ({ lostSince }) => lostSince !== null && lostSince <= day,
    sql: known(members.lostSince, sql`<= ${day}::date`),
  }
}

export function isExcused(day: Day): Condition {
  return {
    holds: ({ excuse }) => excuse !== null,
    sql: sql`exists (select from ${excuses} where ${excuseInForce(day)})`,
  }
}

/** The excuse of the member at hand that is in force on the day: begun, not run out, not ended before its time. */
export function excuseInForce(day: Day): SQL {
  return sql`${excuses.unitId} = ${members.unitId} and ${excuses.memberId} = ${members.id}
    and ${excuses.from} <= ${day}::date
    and (${excuses.until} is null or ${excuses.until} >= ${day}::date)
    and (${excuses.endedOn} is null or ${excuses.endedOn} > ${day}::date)`
}

export function tagIn(tags: readonly string[]): Condition {
  return {
    holds: (subject) => tags.some((tag) => subject.tags.includes(tag)),
    sql: sql`exists (select from ${memberTags} where ${memberTags.unitId} = ${members.unitId}
      and ${memberTags.memberId} = ${members.id} and ${memberTags.tag} = any(${textArray(tags)}))`,
  }
}

/** A comparison with something that may be empty: empty is no. */
function known(column: AnyPgColumn, comparison: SQL): SQL {
  return sql`coalesce(${column} ${comparison}, false)`
}
