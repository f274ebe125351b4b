import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { educationLevels } from '@zhixing/contract/codes.ts'
import type { ranks, ruralTypes, trades, traits } from '@zhixing/contract/profile-words.ts'
import type { stayReasons } from '@zhixing/contract/floating-words.ts'
import type { employments, posts } from '@zhixing/contract/words.ts'
import type { Day } from '../../../kernel/calendar.ts'

/** A member as conditions look at them, on one day. */
export type Subject = {
  readonly unitId: string
  readonly memberId: string
  readonly name: string
  readonly sex: 'male' | 'female'
  readonly ethnicity: string
  readonly bornOn: string
  readonly education: string
  readonly stage: 'full' | 'probationary'
  readonly joinedOn: string | null
  readonly confirmedOn: string | null
  readonly employment: keyof typeof employments
  readonly isSuspended: boolean
  readonly rank: keyof typeof ranks
  readonly trade: keyof typeof trades | null
  readonly traits: readonly (keyof typeof traits)[]
  readonly ruralType: keyof typeof ruralTypes | null
  readonly isRestructured: boolean
  /** Why they are away, as written down about the stay that is open. */
  readonly stayReason: keyof typeof stayReasons | null
  readonly lostSince: string | null
  readonly floatingSince: string | null
  readonly floatingTo: string
  readonly organizationId: string
  readonly organizationName: string
  readonly path: string
  readonly sector: string
  readonly kind: string
  readonly tier: number | null
  /** Held on the day. */
  readonly posts: readonly HeldPost[]
  readonly tags: readonly string[]
  /** Why, when excused on the day. */
  readonly excuse: string | null
}

export type Post = keyof typeof posts
export type HeldPost = { readonly post: Post; readonly from: string }
export type EducationLevel = keyof typeof educationLevels

/**
 * One condition, said twice: to memory and to the database. Whoever writes one writes both, side by side, and a test
 * with generated people proves that they agree. `sql` never comes out as null, so that its contrary is its contrary.
 */
export type Condition = {
  readonly holds: (subject: Subject) => boolean
  readonly sql: SQL
}

export const everybody: Condition = { holds: () => true, sql: sql`true` }

export function all(conditions: readonly Condition[]): Condition {
  return conditions.length === 0
    ? everybody
    : {
        holds: (subject) => conditions.every(({ holds }) => holds(subject)),
        sql: sql`(${sql.join(
          conditions.map((one) => one.sql),
          sql` and `,
        )})`,
      }
}

export function any(conditions: readonly Condition[]): Condition {
  return conditions.length === 0
    ? not(everybody)
    : {
        holds: (subject) => conditions.some(({ holds }) => holds(subject)),
        sql: sql`(${sql.join(
          conditions.map((one) => one.sql),
          sql` or `,
        )})`,
      }
}

export function not(condition: Condition): Condition {
  return { holds: (subject) => !condition.holds(subject), sql: sql`not ${condition.sql}` }
}

/** Whether a text is one of several, as an array parameter of the database. */
export function textArray(values: readonly string[]): SQL {
  return sql`${sql.param([...values])}::text[]`
}

/** What is made of a day alone is made once for it, however many members are held against it. */
export function onceADay<Value>(make: (day: Day) => Value): (day: Day) => Value {
  let kept: { readonly day: Day; readonly value: Value } | undefined
  return (day) => {
    if (kept?.day !== day) kept = { day, value: make(day) }
    return kept.value
  }
}
