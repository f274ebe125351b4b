import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { organizations } from '../../organizations/table.ts'
import { members } from '../table.ts'

/**
 * Whether a row's person, named by the columns of unit and member, belongs at or below one of the paths. What is added up
 * person by person before it is joined asks this first, or it adds up the whole database for one branch.
 */
export function belongsBelow(paths: readonly string[], unit: SQL, member: SQL): SQL {
  const each = paths.map((prefix) => sql`home.path like ${`${prefix}%`}`)
  return sql`(${unit}, ${member}) in (select own.unit_id, own.id from ${members} own
    join ${organizations} home on home.id = own.organization_id
    where ${each.length > 0 ? sql.join(each, sql` or `) : sql`false`})`
}
