import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { findMember } from '../../members/index.ts'
import { sendNotice } from '../../notices/index.ts'
import { watchedAt } from '../catalogue/watch.ts'
import { keepTalk } from '../store.ts'

/** Asks somebody to a talk, with the reasons that the data give today; they are told when and where, and no more. */
export const open = act(
  contract.talks.open,
  async ({ tx, now, actor, reach }, { plannedOn, place, talkerName, cause, ...key }) => {
    const found = await findMember(tx, reach, key)
    if (!found) throw missing('members.unknown')
    const { member, path } = found
    const words = { 姓名: member.name }
    if (member.leftOn) throw conflict('talks.left', words)
    if (member.id === actor.memberId) throw conflict('talks.self')
    const day = dayOf(now)
    if (plannedOn < day) throw conflict('talks.past', { 日期: plannedOn })
    const [person] = await watchedAt(tx, { path, memberId: member.id, now, day })
    const reasons = person?.reasons ?? []
    if (reasons.length === 0 && cause.length < 2) throw conflict('talks.cause', words)

    const { unitId, organizationId } = member
    const id = newId()
    const when = { plannedOn, place, talkerName }
    const facts = { organizationId, path, memberId: member.id, reasons, cause, ...when }
    const by = { byId: actor.accountId, at: now }
    if (!(await keepTalk(tx, { unitId, id, state: 'planned', ...facts, ...by })))
      throw conflict('talks.open', words)
    await sendNotice(tx, {
      unitId,
      path,
      key: `talk:${id}`,
      kind: 'talk',
      from: actor.name,
      fromId: actor.accountId,
      title: '谈心谈话',
      body: `${talkerName}约您 ${plannedOn} 在${place}谈心谈话，请安排好时间；来不了请提前说明。`,
      link: '/talks',
      personIds: [member.id],
      now,
    })
    return {
      value: { unitId, talkId: id },
      place: { unitId, path },
      // Signs, not sentences: a trace is read by others than the talk.
      change: {
        subject: `talk:${id}`,
        after: { memberId: member.id, signs: reasons.map(({ sign }) => sign), plannedOn },
      },
    }
  },
)
