import type { Breakdown } from '@zhixing/contract'
import type { Facts } from './groups.ts'

export type Candidate = Facts & { readonly memberUnitId: string; readonly memberId: string }
type Quota = { readonly group: string; readonly size: number }
type Asked = { readonly breakdown: Breakdown | null; readonly quotas: readonly Quota[] }
type Drawn =
  | { readonly people: readonly Candidate[] }
  | { readonly short: Quota; readonly there: number }

/**
 * So many of each group as its quota says, by lot; everybody where there are no quotas. The lot gives a number below
 * the one it is asked with.
 */
export function draw(
  { breakdown, quotas }: Asked,
  people: readonly Candidate[],
  lot: (below: number) => number,
): Drawn {
  if (!breakdown || quotas.length === 0) return { people }
  const chosen: Candidate[] = []
  for (const quota of quotas) {
    const pool = people.filter((one) => one[breakdown] === quota.group)
    if (pool.length < quota.size) return { short: quota, there: pool.length }
    for (let left = quota.size; left > 0; left -= 1)
      chosen.push(...pool.splice(lot(pool.length), 1))
  }
  return { people: chosen }
}
