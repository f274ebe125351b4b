import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { countCredited } from '../../ledgers/index.ts'
import { callOff } from '../steps/session.ts'
import { requireClass, requireState } from '../steps/require.ts'
import { changeSessionRow, findSessions, removeSessionRow } from '../store/sessions.ts'

/** Off the timetable; what it had booked is free again. Once hours were credited for it, it stays. */
export const removeSession = act(
  contract.timetables.remove,
  async ({ tx, now, reach }, { sessionId, ...key }) => {
    const { kept } = await requireClass(tx, reach, key)
    requireState(kept, ['approved', 'announced'], '改动课程表')
    const session = (await findSessions(tx, key)).find(({ id }) => id === sessionId)
    if (!session) throw missing('timetables.unknown')
    const credited = await countCredited(tx, [sessionId])
    if (credited > 0) throw conflict('classes.hoursPosted', { 名称: session.title, 人数: credited })
    await callOff(tx, [session], { reason: '从培训班课程表去掉', now })
    await removeSessionRow(tx, session)
    return {
      value: {},
      place: kept,
      change: { subject: `class:${kept.id}`, before: session, after: { removed: true } },
    }
  },
)

/** What came out of a discussion, once it has begun. */
export const conclude = act(
  contract.timetables.conclude,
  async ({ tx, now, reach }, { sessionId, version, summary, ...key }) => {
    const { kept } = await requireClass(tx, reach, key)
    requireState(kept, ['announced', 'completed', 'settled'], '写小结')
    const session = (await findSessions(tx, key)).find(({ id }) => id === sessionId)
    if (!session) throw missing('timetables.unknown')
    if (session.version !== version) throw conflict('input.stale')
    if (session.startsAt > now) throw conflict('timetables.early', { 课次: session.title })
    await changeSessionRow(tx, session, { summary })
    return {
      value: {},
      place: kept,
      change: {
        subject: `class:${kept.id}`,
        before: { sessionId, summary: session.summary },
        after: { summary },
      },
    }
  },
)
