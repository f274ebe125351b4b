import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { organizations } from '../../organizations/table.ts'
import type { Frame, FrameKey } from './frame.ts'

export type ShareKey = 'hours.online.share.max' | 'hours.self_study.share.max'
export type NumberKey = Exclude<FrameKey, ShareKey>

/** The number that holds where the member belongs; one for all, as long as nobody below decided otherwise. */
export function numberAt({ regions }: Frame, key: NumberKey): SQL {
  return byPlace(regions.map(({ path, [key]: { value } }) => [path, sql`${value}::int`] as const))
}

/** A share of a number of minutes, rounded down. */
export function shareAt({ regions }: Frame, key: ShareKey, of: SQL): SQL {
  return byPlace(
    regions.map(({ path, [key]: { value } }) => {
      const [part, whole] = value
      return [path, sql`(${of} * ${part}::int / ${whole}::int)`] as const
    }),
  )
}

function byPlace(places: readonly (readonly [path: string, said: SQL])[]): SQL {
  const [, everywhere = sql`0`] = places.at(-1) ?? []
  const cases = places
    .slice(0, -1)
    .map(([path, said]) => sql`when ${organizations.path} like ${`${path}%`} then ${said}`)
  return cases.length === 0
    ? everywhere
    : sql`(case ${sql.join(cases, sql` `)} else ${everywhere} end)`
}
