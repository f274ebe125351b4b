import type { OpenScene } from '../../../kernel/act.ts'
import { busy } from '../../../kernel/problem.ts'
import type { Problem } from '../../../kernel/problem.ts'
import type { Refused } from '../../../kernel/trace.ts'
import { addressKey, afterFailure, waitOf } from '../rules/guards.ts'
import { findGuards, forgetGuards, keepGuard, lockGuard } from '../store/guards.ts'
import { findRoot } from '../store/login.ts'
import type { Placed } from '../store/login.ts'
import type { Terms } from './terms.ts'

type Scene = Pick<OpenScene, 'tx' | 'now' | 'vault' | 'visit'>

/** Who is meant: an account, or a name that nobody has. */
export type Meant = { readonly account: Placed | undefined; readonly login: string }

export function guardKey({ vault }: Pick<Scene, 'vault'>, { account, login }: MeantKey): string {
  return account ? `account:${account.id}` : `login:${vault.index(login.toLowerCase())}`
}

type MeantKey = { readonly account: { readonly id: string } | undefined; readonly login: string }

/** Refuses who has failed too often, before anything about the account is looked at; says whether anybody has failed here. */
export async function refuseLocked(
  {
    tx,
    now,
    vault,
    visit,
  }: Pick<Scene, 'now' | 'vault' | 'visit'> & { tx: Parameters<typeof findGuards>[0] },
  meant: MeantKey,
): Promise<boolean> {
  const keys = [guardKey({ vault }, meant), addressKey(visit.address)]
  const guards = await findGuards(tx, keys)
  const wait = waitOf(guards, now)
  if (wait) throw busy('accounts.locked', wait)
  return guards.length > 0
}

/** Counts a failure at the account (or the name) and at the address, and says no; both are kept. */
export async function fail(
  scene: Scene,
  meant: Meant,
  { terms, refusal }: { readonly terms: Terms; readonly refusal: Problem },
): Promise<Refused> {
  const { tx, now, visit } = scene
  const counts = [
    [guardKey(scene, meant), terms.ofAccount],
    [addressKey(visit.address), terms.ofAddress],
  ] as const
  await forgetGuards(tx, new Date(now.getTime() - 86_400_000))
  let failures = 0
  let lockedUntil: Date | null = null
  for (const [key, patience] of counts) {
    const after = afterFailure(await lockGuard(tx, key, now), now, patience)
    await keepGuard(tx, key, after)
    failures ||= after.failures || patience.max
    lockedUntil ??= after.lockedUntil
  }
  const locked = lockedUntil ? { lockedUntil: lockedUntil.toISOString() } : {}
  const after = { result: '未通过', failures, ...locked, address: visit.address }
  const place = meant.account ?? (await findRoot(tx))
  if (!place) throw refusal
  return { refusal, place, change: { subject: `account:${meant.account?.id ?? '不存在'}`, after } }
}
