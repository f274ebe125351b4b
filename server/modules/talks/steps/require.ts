import { talkStates } from '@zhixing/contract/talk-words.ts'
import type { Db } from '../../../kernel/db.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import type { Reach } from '../../../kernel/reach.ts'
import type { State } from '../rules/talk.ts'
import { lockTalk } from '../store.ts'
import type { Talk } from '../store.ts'

type Known = {
  readonly tx: Db
  readonly reach: Reach
  /** Who acts: nobody records a talk with themself. */
  readonly memberId: string | undefined
}
type Form = { readonly unitId: string; readonly talkId: string; readonly version: number }

/** The talk as the form read it, in the state in which this may be done, held still. */
export async function requireTalk(
  { tx, reach, memberId }: Known,
  { version, ...key }: Form,
  state: State,
): Promise<Talk> {
  const talk = await lockTalk(tx, reach, key)
  if (!talk) throw missing('talks.unknown')
  if (talk.memberId === memberId) throw conflict('talks.self')
  if (talk.version !== version) throw conflict('input.stale')
  if (talk.state !== state) throw conflict('talks.state', { 状态: talkStates[talk.state] })
  return talk
}
