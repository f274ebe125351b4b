import { contract } from '@zhixing/contract'
import { act, ownAct } from '../../../kernel/act.ts'
import { dayOf, yearOf } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import type { Db } from '../../../kernel/db.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { findMember } from '../../members/index.ts'
import { sendNotice } from '../../notices/index.ts'
import { isBranch, requireLive } from '../../organizations/index.ts'
import { isYearOpen } from '../rules/round.ts'
import { kindOf, pairOf } from '../rules/talks.ts'
import { requireMember } from '../steps/require.ts'
import { findBranchMembers, findOfficers } from '../store/people.ts'
import { confirmHeartTalk, dropHeartTalk, keepHeartTalk, lockHeartTalk } from '../store/talks.ts'

/** I talked with somebody of my branch: it counts as soon as they say so too. */
export const record = ownAct(contract.heartTalks.record, async ({ tx, now, actor }, input) => {
  const me = requireMember(actor)
  const own = await findMember(tx, ['/'], me)
  if (!own || own.member.leftOn) throw missing('heartTalks.other')
  const { organizationId, name } = own.member
  const talk = { ...me, organizationId, path: own.path, oneId: me.memberId, toldBy: me.memberId }
  const by = { accountId: actor.accountId, now }
  const { heartTalkId, otherName } = await keep(tx, { ...talk, ...by, ...input })
  await sendNotice(tx, {
    unitId: me.unitId,
    path: own.path,
    key: `heart-talk:${heartTalkId}`,
    kind: 'appraisal',
    from: name,
    fromId: actor.accountId,
    title: `${name}记下了一次谈心谈话，请您确认`,
    body: `${input.day}，${name}和${otherName}。确认后计入两人的谈心谈话。`,
    link: '/appraisal/talks',
    personIds: [input.otherId],
    now,
  })
  return {
    value: { heartTalkId },
    place: { unitId: me.unitId, path: own.path },
    change: { subject: `heartTalk:${heartTalkId}`, after: { day: input.day, with: input.otherId } },
  }
})

/** For two who have no phone; both are told, so that neither learns of it later. */
export const enter = act(contract.heartTalks.enter, async ({ tx, now, actor, reach }, input) => {
  const { unitId, path, kind } = await requireLive(tx, reach, input.organizationId)
  if (!isBranch(kind)) throw conflict('appraisal.notBranch')
  const by = { accountId: actor.accountId, now, toldBy: null }
  const { heartTalkId, otherName, oneName } = await keep(tx, { ...input, ...by, unitId, path })
  await sendNotice(tx, {
    unitId,
    path,
    key: `heart-talk:${heartTalkId}`,
    kind: 'appraisal',
    from: actor.name,
    fromId: actor.accountId,
    title: '支部代录了一次谈心谈话',
    body: `${input.day}，${oneName}和${otherName}。没有谈过的，请告诉支部。`,
    link: '/appraisal/talks',
    personIds: [input.oneId, input.otherId],
    now,
  })
  return {
    value: { heartTalkId },
    place: { unitId, path },
    change: {
      subject: `heartTalk:${heartTalkId}`,
      after: { day: input.day, one: input.oneId, other: input.otherId },
    },
  }
})

/** The other says that it was so, or that it was not. */
export const confirm = ownAct(
  contract.heartTalks.confirm,
  async ({ tx, now, actor }, { heartTalkId, isSo }) => {
    const { unitId, memberId } = requireMember(actor)
    const talk = await lockHeartTalk(tx, { unitId, heartTalkId })
    const isMine = talk?.oneId === memberId || talk?.otherId === memberId
    if (!talk || !isMine) throw missing('heartTalks.unknown')
    if (talk.toldBy === memberId) throw conflict('heartTalks.own')
    if (talk.confirmedAt && !(talk.toldBy === null && !isSo)) throw conflict('heartTalks.confirmed')
    await (isSo ? confirmHeartTalk(tx, talk, now) : dropHeartTalk(tx, talk))
    return {
      value: {},
      place: talk,
      change: { subject: `heartTalk:${heartTalkId}`, after: { day: talk.day, isSo } },
    }
  },
)

type NewTalk = {
  readonly unitId: string
  readonly organizationId: string
  readonly path: string
  readonly oneId: string
  readonly otherId: string
  readonly toldBy: string | null
  readonly day: Day
  readonly note: string
  readonly accountId: string
  readonly now: Date
}

async function keep(tx: Db, talk: NewTalk) {
  const { unitId, organizationId, path, oneId, otherId, day, note, toldBy, now } = talk
  if (oneId === otherId) throw conflict('heartTalks.self')
  const today = dayOf(now)
  if (day > today) throw conflict('heartTalks.day', { 日期: day })
  if (!isYearOpen(yearOf(day), today)) throw conflict('heartTalks.year')
  const people = await findBranchMembers(tx, { unitId, organizationId })
  const officers = await findOfficers(tx, { unitId, organizationId }, day)
  const one = people.find(({ memberId }) => memberId === oneId)
  const other = people.find(({ memberId }) => memberId === otherId)
  if (!one || !other) throw missing('heartTalks.other')
  const seat = ({ memberId }: { memberId: string }) => ({ isOfficer: officers.has(memberId) })
  const heartTalkId = await keepHeartTalk(tx, {
    unitId,
    id: newId(),
    organizationId,
    path,
    ...pairOf(oneId, otherId),
    day,
    kind: kindOf(seat(one), seat(other)),
    note,
    toldBy,
    // Told by the branch it counts until one of the two says that it was not so.
    confirmedAt: toldBy === null ? now : null,
    byId: talk.accountId,
    at: now,
  })
  if (!heartTalkId) throw conflict('heartTalks.same', { 日期: day, 姓名: other.name })
  return { heartTalkId, oneName: one.name, otherName: other.name }
}
