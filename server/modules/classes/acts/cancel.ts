import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { conflict } from '../../../kernel/problem.ts'
import { countCredited } from '../../ledgers/index.ts'
import { sendNotice } from '../../notices/index.ts'
import { withdrawCase } from '../../procedures/index.ts'
import { caseOf } from '../catalogue/approval.ts'
import { callOff } from '../steps/session.ts'
import { requireClass, requireState } from '../steps/require.ts'
import { changeClass } from '../store/classes.ts'
import { findLearners } from '../store/enrolments.ts'
import { findSessions } from '../store/sessions.ts'

/** A class that will not take place: its hours are given back, and those who enrolled or wait are told why. */
export const cancel = act(
  contract.classes.cancel,
  async ({ tx, now, actor, reach }, { reason, ...key }) => {
    const { kept } = await requireClass(tx, reach, key)
    requireState(kept, ['submitted', 'approved', 'announced'], '取消')
    const { id, title, unitId, path } = kept
    const sessions = await findSessions(tx, key)
    const ids = sessions.map((one) => one.id)
    const credited = await countCredited(tx, [id, ...ids])
    if (credited > 0) throw conflict('classes.hoursPosted', { 名称: title, 人数: credited })
    if (kept.state === 'submitted') await withdrawCase(tx, caseOf(kept), { actor, reason, now })
    await callOff(tx, sessions, { reason, now })
    await changeClass(tx, kept, { state: 'cancelled', reason })
    const learners = await findLearners(tx, key, ['enrolled', 'waiting'])
    await sendNotice(tx, {
      unitId,
      path,
      key: `class-cancelled:${id}`,
      kind: 'class',
      from: actor.name,
      fromId: actor.accountId,
      title: `培训班取消：${title}`,
      body: `“${title}”取消，原因：${reason}。`,
      link: '/classes',
      personIds: learners.flatMap(({ memberId }) => memberId ?? []),
      now,
    })
    return {
      value: {},
      place: kept,
      change: {
        subject: `class:${id}`,
        before: { state: kept.state },
        after: { state: 'cancelled', reason },
      },
    }
  },
)
