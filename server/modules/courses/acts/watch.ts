import { contract } from '@zhixing/contract'
import { ownAct } from '../../../kernel/act.ts'
import { missing } from '../../../kernel/problem.ts'
import { requireLesson } from '../index.ts'
import { ticketText, writeTicket } from '../rules/ticket.ts'
import { beginItem } from '../store/learning.ts'

/** From this moment of our clock on, what the player tells can be believed; asking again opens one more window. */
export const watch = ownAct(
  contract.courses.watch,
  async ({ tx, now, actor, vault }, { courseId, itemId }) => {
    const { item, memberId, learnerUnitId } = await requireLesson(tx, actor, itemId)
    if (item.courseId !== courseId) throw missing('courses.itemUnknown')
    const learning = { unitId: learnerUnitId, memberId, courseId, itemId, now }
    const { positionMs } = await beginItem(tx, learning)
    const facts = { courseId, itemId, openedAt: now.getTime() }
    const signature = vault.sign(ticketText({ ...facts, memberId }))
    return {
      value: {
        ticket: writeTicket({ ...facts, signature }),
        positionSeconds: Math.floor(positionMs / 1000),
      },
      place: actor.place,
      change: 'none',
    }
  },
)
