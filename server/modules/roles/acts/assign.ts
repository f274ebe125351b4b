import { contract } from '@zhixing/contract'
import { rosters } from '@zhixing/contract/words.ts'
import { act } from '../../../kernel/act.ts'
import { dayOf, yearOf } from '../../../kernel/calendar.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { findMember } from '../../members/index.ts'
import { sendNotice } from '../../notices/index.ts'
import { rosterAt } from '../catalogue/roster.ts'
import { keepRole } from '../store.ts'

/** What a member in post answers for this year; they confirm it on their own phone. */
export const assign = act(
  contract.roles.assign,
  async ({ tx, now, actor, reach }, { title, statement, ...key }) => {
    const found = await findMember(tx, reach, key)
    if (!found) throw missing('members.unknown')
    const { member, path } = found
    const words = { 姓名: member.name }
    if (member.leftOn) throw conflict('roles.left', words)
    const day = dayOf(now)
    const { roster, because } = await rosterAt(tx, key, day)
    if (roster !== 'inPost')
      throw conflict('roles.notInPost', { ...words, 名单: rosters[roster], 理由: because })

    const { unitId, organizationId, id: memberId } = member
    const id = newId()
    const facts = { kind: 'inPost', state: 'assigned', title, statement } as const
    const when = { year: yearOf(day), since: day, byId: actor.accountId, at: now }
    if (!(await keepRole(tx, { unitId, id, organizationId, path, memberId, ...facts, ...when })))
      throw conflict('roles.assigned', words)
    await sendNotice(tx, {
      unitId,
      path,
      key: `role:${id}`,
      kind: 'role',
      from: actor.name,
      fromId: actor.accountId,
      title: `定岗定责：${title}`,
      body: `支部给您定的岗责：${statement}。请在“我的岗责”中确认。`,
      link: '/roles',
      personIds: [memberId],
      now,
    })
    return {
      value: { unitId, roleId: id },
      place: { unitId, path },
      change: { subject: `role:${id}`, after: { memberId, title, statement } },
    }
  },
)
