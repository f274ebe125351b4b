import type { Grant, Office } from '@zhixing/contract'
import { offices } from '@zhixing/contract'
import { like, or, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'

/** Where something is: the unit that owns it, and the way from the root, "/root/unit/branch/". */
export type Place = { readonly unitId: string; readonly path: string }

/** An office somebody holds, over the subtree below `path`. */
export type Appointment = { readonly office: Office; readonly path: string }

/** The subtrees an actor may touch under one grant, as path prefixes; none contains another. */
export type Reach = readonly string[]

export function reachOf(appointments: readonly Appointment[], grant: Grant): Reach {
  const paths = appointments.filter((held) => gives(held.office, grant)).map((held) => held.path)
  return [...new Set(paths)].filter(
    (path) => !paths.some((other) => other !== path && path.startsWith(other)),
  )
}

export function covers(reach: Reach, path: string): boolean {
  return reach.some((root) => path.startsWith(root))
}

/** The same question as `covers`, asked of the database. Paths hold ids only: nothing to escape. */
export function within(reach: Reach, path: AnyPgColumn): SQL {
  return or(...reach.map((root) => like(path, `${root}%`))) ?? sql`false`
}

function gives(office: Office, grant: Grant): boolean {
  return (offices[office] as readonly Grant[]).includes(grant)
}
