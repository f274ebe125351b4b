import { classStates } from '@zhixing/contract/class-words.ts'
import type { Db } from '../../../kernel/db.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { lockClass } from '../store/classes.ts'
import type { Class, ClassKey, Held } from '../store/classes.ts'

/** The class in the reach, held still. */
export async function requireClass(tx: Db, reach: Reach, key: ClassKey): Promise<Held> {
  const found = await lockClass(tx, reach, key)
  if (!found) throw missing('classes.unknown')
  return found
}

/** Refuses what the class is too young or too old for; `what` completes the sentence 不能…. */
export function requireState(
  { state }: Pick<Class, 'state'>,
  allowed: readonly Class['state'][],
  what: string,
): void {
  if (!allowed.includes(state))
    throw conflict('classes.state', { 状态: classStates[state], 事项: what })
}
