import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import type { Scene } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { conflict } from '../../../kernel/problem.ts'
import { sendNotice } from '../../notices/index.ts'
import { ruleAt } from '../../rules/index.ts'
import { refuseVerdict, roleOf } from '../rules/grade.ts'
import { lacksBeforeClose } from '../rules/round.ts'
import { standingsOf, turnOf } from '../steps/read-round.ts'
import { requireAppraised, requireRating, requireRound } from '../steps/require.ts'
import { changeAppraised, findAppraised, findBranchMembers } from '../store/people.ts'
import { changeAppraisal, keyOf } from '../store/rounds.ts'
import type { Appraisal } from '../store/rounds.ts'

/** Who does not take part this time, and why; without a reason they take part again. */
export const excuse = act(contract.appraisal.excuse, async (scene, input) => {
  const { tx, now } = scene
  const { memberId, reason, ...turn } = input
  const round = await requireRating(scene, turn)
  const { person } = await requireAppraised(tx, keyOf(round), memberId)
  const role =
    reason === null
      ? await usualRole(scene, round, memberId)
      : { role: 'excused' as const, roleNote: reason }
  await changeAppraised(tx, person, role)
  const version = await changeAppraisal(tx, round, {})
  return {
    value: { version },
    place: round,
    change: {
      subject: `appraisal:${round.id}`,
      before: { memberId, role: person.role },
      after: { memberId, role: role.role, day: dayOf(now) },
    },
  }
})

async function usualRole({ tx, now }: Scene, round: Appraisal, memberId: string) {
  const day = dayOf(now)
  const { path } = round
  const { value: fromYears } = await ruleAt(tx, 'appraisal.graded_from_stage', { path, day })
  const here = await findBranchMembers(tx, round)
  const member = here.find((one) => one.memberId === memberId)
  if (!member) throw conflict('input.stale')
  return roleOf(member, { day, fromYears })
}

/** What the branch makes of somebody, with the ballot before it; never more excellent ones than the rule lets. */
export const conclude = act(contract.appraisal.conclude, async (scene, input) => {
  const { tx, now } = scene
  const { memberId, headings, grade, opinion, ...turn } = input
  const round = await requireRound(scene, turn)
  const { ballot } = await turnOf(tx, round)
  if (ballot?.state !== 'closed') throw conflict('appraisal.notCounted')
  const { person, name } = await requireAppraised(tx, keyOf(round), memberId)
  const day = dayOf(now)
  const rows = await findAppraised(tx, keyOf(round))
  const graded = rows.filter((row) => row.person.role === 'graded')
  const most = await ruleAt(tx, 'appraisal.excellent.max', { path: round.path, day })
  const excellent = graded.filter(
    (row) => row.person.grade === 'excellent' && row.person.memberId !== memberId,
  ).length
  const refusal = refuseVerdict(
    { ...person, name },
    { grade, headings },
    { graded: graded.length, excellent, most },
  )
  if (refusal) throw conflict(refusal.reason, refusal.words)
  await changeAppraised(tx, person, { headings, grade, opinion, concludedOn: day })
  const version = await changeAppraisal(tx, round, {})
  return {
    value: { version },
    place: round,
    change: {
      subject: `appraisal:${round.id}`,
      before: { memberId, grade: person.grade },
      after: { memberId, grade },
    },
  }
})

/** Settles the round and tells each person that their own result is there to be read. */
export const close = act(contract.appraisal.close, async (scene, input) => {
  const { tx, now, actor } = scene
  const round = await requireRound(scene, input)
  const { ballot, meeting } = await turnOf(tx, round)
  const rows = await findAppraised(tx, keyOf(round))
  const lacks = lacksBeforeClose(standingsOf(rows), {
    isCounted: ballot?.state === 'closed',
    isMeetingClosed: meeting?.isClosed ?? false,
  })
  if (lacks.length > 0) throw conflict('appraisal.unsettled', { 缺什么: lacks.join('；') })
  const closedOn = dayOf(now)
  const version = await changeAppraisal(tx, round, { closedOn })
  const { unitId, path, id, year } = round
  // What it came to stands on the own page only, not in a notice that may lie open on a screen.
  const told = await sendNotice(tx, {
    unitId,
    path,
    key: `appraisal-result:${id}`,
    kind: 'appraisal',
    from: actor.name,
    fromId: actor.accountId,
    title: `${year} 年民主评议结果`,
    body: '支部的评价和同志们的意见已经反馈给您，打开可以看到；有不同意见可以写下。',
    link: '/appraisal',
    personIds: rows
      .filter(({ person }) => person.role !== 'excused')
      .map(({ person }) => person.memberId),
    now,
  })
  return {
    value: { version, told },
    place: round,
    change: { subject: `appraisal:${id}`, after: { closedOn, told } },
  }
})
