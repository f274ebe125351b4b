import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { importRows } from '../table.ts'
import type { ImportChoice } from '../table.ts'

/* A row is wrong, or a duplicate, or perhaps one, or good: exactly one of these. */
export const isWrong = sql`(${importRows.faults} is not null)`
export const isGood = sql`(${importRows.faults} is null and ${importRows.duplicateHow} is null)`
export const isDuplicate = sql`(${importRows.faults} is null
  and ${importRows.duplicateHow} is not distinct from 'sameId')`
export const isLikely = sql`(${importRows.faults} is null
  and ${importRows.duplicateHow} is not distinct from 'samePerson')`

/** Which rows become new members by the choice that was made. */
export function isAdded(choice: ImportChoice): SQL {
  const kinds = choice.likely === 'add' ? sql`(${isGood} or ${isLikely})` : isGood
  return sql`(${kinds} and ${isNamed(choice)})`
}

/** Which rows change members who are there. */
export function isUpdated(choice: ImportChoice): SQL {
  return choice.duplicates === 'overwrite'
    ? sql`(${isDuplicate} and ${isNamed(choice)})`
    : sql`false`
}

/** Which rows are handed back: what is wrong, and what was left out on purpose. */
export function isRefused(choice: ImportChoice): SQL {
  return sql`(not ${isAdded(choice)} and not ${isUpdated(choice)})`
}

function isNamed({ lines }: ImportChoice): SQL {
  return lines ? sql`${importRows.line} = any(${sql.param([...lines])}::int[])` : sql`true`
}
