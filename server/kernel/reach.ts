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

/** The way that all these paths share. */
export function commonPath(paths: readonly string[]): string {
  const [first = '/', ...others] = paths
  const steps = first.split('/')
  const shared = steps.findIndex((_, at) =>
    others.some((path) => path.split('/')[at] !== steps[at]),
  )
  return shared < 0 ? first : `${steps.slice(0, shared).join('/')}/`
}

/** The same question as `covers`, asked of the database. Paths hold ids only: nothing to escape. */
export function within(reach: Reach, path: AnyPgColumn): SQL {
  return or(...reach.map((root) => like(path, `${root}%`))) ?? sql`false`
}

/** Whether what stands at `column` is this place or above it: what is said there holds here. */
export function atOrAbove(path: string | SQL | AnyPgColumn, column: AnyPgColumn): SQL {
  return sql`starts_with(${path}::text, ${column})`
}

/** On one line with this place: at it, above it or below it. */
export function inLineWith(path: string, column: AnyPgColumn): SQL {
  return sql`(${atOrAbove(path, column)} or ${within([path], column)})`
}

function gives(office: Office, grant: Grant): boolean {
  return offices[office].includes(grant)
}

/** The way to the organization above, "/" above the root. */
export function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/', path.length - 2) + 1)
}

/** The id of the root of the whole tree, for those who reach all of it. */
export function rootOf(reach: Reach): string | undefined {
  return reach.find((path) => parentOf(path) === '/')?.split('/')[1]
}
