/** A row of failures in a row, or the beginning of one. */
export type Guard = {
  readonly failures: number
  readonly lastAt: Date
  readonly lockedUntil: Date | null
}

export type Patience = { readonly max: number; readonly minutes: number }

const minute = 60_000
const hour = 60 * minute

/** What one more failure makes of it: failures longer ago than a lock would last are forgotten. */
export function afterFailure(guard: Guard | undefined, now: Date, patience: Patience): Guard {
  const span = patience.minutes * minute
  const isFresh = guard !== undefined && now.getTime() - guard.lastAt.getTime() < span
  const failures = (isFresh ? guard.failures : 0) + 1
  const isLocked = failures >= patience.max
  return {
    failures: isLocked ? 0 : failures,
    lastAt: now,
    lockedUntil: isLocked ? new Date(now.getTime() + span) : null,
  }
}

/** For how long somebody still has to wait, in the words of the refusal; nothing when they need not. */
export function waitOf(
  guards: readonly Pick<Guard, 'lockedUntil' | 'lastAt'>[],
  now: Date,
): { 分钟: number; 秒: number } | undefined {
  // Who failed tomorrow failed while the clock was wrong: nobody waits a year for that.
  const real = guards.filter(({ lastAt }) => lastAt.getTime() - now.getTime() < hour)
  const until = Math.max(0, ...real.map(({ lockedUntil }) => lockedUntil?.getTime() ?? 0))
  const millis = until - now.getTime()
  return millis > 0
    ? { 分钟: Math.ceil(millis / minute), 秒: Math.ceil(millis / 1_000) }
    : undefined
}

/** A household with IPv6 has as many addresses as it likes; the first half is theirs. */
export function addressKey(address: string): string {
  const isWide = address.includes(':') && !address.includes('.')
  return `address:${isWide ? address.split(':').slice(0, 4).join(':') : address}`
}
