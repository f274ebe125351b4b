import { educationDigits } from '@zhixing/contract/codes.ts'
import { sql } from 'drizzle-orm'
import { addMonths } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import { members } from '../../members/table.ts'
import { all, textArray } from './condition.ts'
import type { Condition, EducationLevel } from './condition.ts'

export function sexIn(sexes: readonly string[]): Condition {
  return {
    holds: ({ sex }) => sexes.includes(sex),
    sql: sql`(${members.sex} = any(${textArray(sexes)}))`,
  }
}

/** By completed years on the day; whoever was born on 29 February completes one on 1 March. */
export function ageBetween(from: number | undefined, to: number | undefined, day: Day): Condition {
  const bounds: Condition[] = []
  if (from !== undefined) bounds.push(bornBy(birthBound(day, from)))
  if (to !== undefined) bounds.push(bornAfter(birthBound(day, to + 1)))
  return all(bounds)
}

export function educationIn(levels: readonly EducationLevel[]): Condition {
  const digits = levels.flatMap((level) => educationDigits[level])
  return {
    holds: ({ education }) => digits.includes(education.slice(0, 1)),
    sql: sql`(left(${members.education}, 1) = any(${textArray(digits)}))`,
  }
}

export const isMinority: Condition = {
  holds: ({ ethnicity }) => ethnicity !== '01',
  sql: sql`(${members.ethnicity} <> '01')`,
}

/** The last birthday-date that makes somebody so many years old on the day. */
function birthBound(day: Day, years: number): Day {
  return addMonths(day, -12 * years)
}

function bornBy(bound: Day): Condition {
  return {
    holds: ({ bornOn }) => bornOn <= bound,
    sql: sql`(${members.bornOn} <= ${bound}::date)`,
  }
}

function bornAfter(bound: Day): Condition {
  return {
    holds: ({ bornOn }) => bornOn > bound,
    sql: sql`(${members.bornOn} > ${bound}::date)`,
  }
}
