import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { conflict } from '../../../kernel/problem.ts'
import { countCredited } from '../../ledgers/index.ts'
import { withdrawCase } from '../../procedures/index.ts'
import { caseOf } from '../catalogue/approval.ts'
import { requireClass } from '../steps/require.ts'
import { callOff } from '../steps/session.ts'
import { removeClass } from '../store/classes.ts'
import { findSessions } from '../store/sessions.ts'

/** A class that nobody was told of may go; one that hours were credited for never does. */
export const remove = act(
  contract.classes.remove,
  async ({ tx, now, actor, reach }, { reason, ...key }) => {
    const { kept } = await requireClass(tx, reach, key)
    const { id, title, state, announcedAt } = kept
    const words = { 名称: title }
    const sessions = await findSessions(tx, key)
    const credited = await countCredited(tx, [id, ...sessions.map((one) => one.id)])
    if (credited > 0) throw conflict('classes.hoursPosted', { ...words, 人数: credited })
    if (announcedAt) throw conflict('classes.begun', words)
    if (state === 'submitted') await withdrawCase(tx, caseOf(kept), { actor, reason, now })
    // Whoever cancelled it has called its lessons off.
    if (state !== 'cancelled') await callOff(tx, sessions, { reason, now })
    await removeClass(tx, kept)
    return {
      value: {},
      place: kept,
      change: {
        subject: `class:${id}`,
        before: { title, state },
        after: { removed: true, reason },
      },
    }
  },
)
