import type { OpenScene } from '../../../kernel/act.ts'
import { busy } from '../../../kernel/problem.ts'
import type { Problem } from '../../../kernel/problem.ts'
import { nobody } from '../../../kernel/trace.ts'
import type { Refused } from '../../../kernel/trace.ts'
import { addressKey, afterFailure, waitOf } from '../rules/guards.ts'
import { clearGuard, forgetGuards, keepGuard, lockGuard } from '../store/guards.ts'
import { termsAt } from './terms.ts'

/**
 * How often the founding code was guessed at, from this address and from all together; who comes at the same moment waits
 * for the other. An address is patient as an account is, and the platform as an address is: somebody with very many
 * addresses can keep everybody out for a while, but cannot get in.
 */
export async function holdGuesses({ tx, now, visit }: Pick<OpenScene, 'tx' | 'now' | 'visit'>) {
  const { ofAccount, ofAddress } = await termsAt(tx, '/', now)
  const [all, own] = ['founding', `founding ${addressKey(visit.address)}`]
  const held = [
    { key: all, patience: ofAddress, guard: await lockGuard(tx, all, now) },
    { key: own, patience: ofAccount, guard: await lockGuard(tx, own, now) },
  ]
  const guards = held.flatMap(({ guard }) => guard ?? [])
  const wait = waitOf(guards, now)
  if (wait) throw busy('accounts.foundingLocked', wait)

  return {
    /** Counts the guess and says no; there is no place yet at which a trace could be kept. */
    async fail(refusal: Problem): Promise<Refused> {
      await forgetGuards(tx, new Date(now.getTime() - 86_400_000))
      for (const { key, patience, guard } of held)
        await keepGuard(tx, key, afterFailure(guard, now, patience))
      return { refusal, place: { unitId: nobody, path: '/' }, change: 'none' }
    },
    async forget(): Promise<void> {
      for (const { key } of held) await clearGuard(tx, key)
    },
  }
}
