import type { Actor } from '../../../../kernel/caller.ts'
import type { Reader } from '../../../../kernel/db.ts'
import { castable } from '../../../ballots/views/mine.ts'
import type { Todo } from '../../rules/todo.ts'

/** The slips that wait for somebody who was marked present. */
export async function slipsToCast(db: Reader, actor: Actor, now: Date): Promise<Todo[]> {
  const rows = await castable(db, actor, now)
  return rows.map(({ unitId, ballotId, title, organizationName, until }) => ({
    key: `ballot:${ballotId}`,
    what: `投票：${title}`,
    why: `${organizationName}请您无记名投票，谁也查不到哪张票是您的`,
    clause: '无记名投票',
    deadline: until,
    action: '去投票',
    to: `/ballots/${unitId}/${ballotId}`,
  }))
}
