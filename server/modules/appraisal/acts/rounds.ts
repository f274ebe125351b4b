import { contract } from '@zhixing/contract'
import { surveyTemplates } from '@zhixing/contract/survey-templates.ts'
import { act } from '../../../kernel/act.ts'
import type { Scene } from '../../../kernel/act.ts'
import { dayOf, yearOf } from '../../../kernel/calendar.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { turnoutAt } from '../../activities/index.ts'
import { openBallot, resultOf } from '../../ballots/index.ts'
import { keepForm } from '../../forms/index.ts'
import { sendNotice } from '../../notices/index.ts'
import { isBranch, requireLive } from '../../organizations/index.ts'
import { ruleAt } from '../../rules/index.ts'
import { excellentMost } from '../rules/grade.ts'
import { isYearOpen, lacksBeforeVote } from '../rules/round.ts'
import { enlist } from '../steps/enlist.ts'
import { countOpinions, standingsOf, subjectOf } from '../steps/read-round.ts'
import { requireRating, requireRound } from '../steps/require.ts'
import { findAppraised } from '../store/people.ts'
import { changeAppraisal, keepAppraisal, keyOf } from '../store/rounds.ts'
import type { Appraisal } from '../store/rounds.ts'

/** Once a year a branch begins: who takes part is settled, and each is told what is asked of them. */
export const open = act(contract.appraisal.open, async (scene, input) => {
  const { tx, now, actor, reach } = scene
  const { organizationId, year, rateUntil, byGroup } = input
  const organization = await requireLive(tx, reach, organizationId)
  const { unitId, path, kind, words } = organization
  if (!isBranch(kind)) throw conflict('appraisal.notBranch')
  const day = dayOf(now)
  if (!isYearOpen(year, day)) throw conflict('appraisal.year')
  if (rateUntil < day) throw conflict('appraisal.days', { 今天: day })
  const { formId } = await keepForm(tx, unitId, surveyTemplates.selfCheck)
  const row = { unitId, id: newId(), organizationId, path, year, byGroup, formId, rateUntil }
  const round = await keepAppraisal(tx, { ...row, openedOn: day, byId: actor.accountId })
  if (!round) throw conflict('appraisal.opened', { ...words, 年度: year })
  const { added } = await enlist(tx, round, day)
  if (added.length === 0) throw conflict('appraisal.nobody')
  await tell(scene, round, added)
  return {
    value: keyOf(round),
    place: { unitId, path },
    change: { subject: `appraisal:${round.id}`, after: { year, people: added.length } },
  }
})

export const renew = act(contract.appraisal.renew, async (scene, input) => {
  const { tx, now } = scene
  const round = await requireRating(scene, input)
  const { added, removed } = await enlist(tx, round, dayOf(now))
  if (added.length > 0) await tell(scene, round, added)
  const version = await changeAppraisal(tx, round, {})
  const after = { added: added.length, removed }
  return {
    value: { version, ...after },
    place: round,
    change: { subject: `appraisal:${round.id}`, after },
  }
})

export const joinMeeting = act(contract.appraisal.joinMeeting, async (scene, input) => {
  const { tx } = scene
  const { activityId, ...key } = input
  const round = await requireRating(scene, key)
  const meeting = await turnoutAt(tx, { unitId: round.unitId, activityId })
  const isFit =
    meeting?.organizationId === round.organizationId &&
    (meeting.kind === 'lifeMeeting' || meeting.kind === 'memberMeeting') &&
    yearOf(`${meeting.month}-01`) === round.year
  if (!isFit) throw missing('appraisal.meetingUnknown')
  const version = await changeAppraisal(tx, round, { activityId })
  return {
    value: { version },
    place: round,
    change: {
      subject: `appraisal:${round.id}`,
      before: { activityId: round.activityId },
      after: { activityId },
    },
  }
})

/** A slip with a line for each who is graded; those at the meeting who have a vote get one. */
export const vote = act(contract.appraisal.vote, async (scene, input) => {
  const { tx, now, actor } = scene
  const { way, until, ...turn } = input
  const round = await requireAgain(scene, turn)
  const key = keyOf(round)
  const { unitId, organizationId, path, year } = round
  if (!round.activityId) throw conflict('appraisal.noMeeting')
  const meeting = await turnoutAt(tx, { unitId, activityId: round.activityId })
  const rows = await findAppraised(tx, key)
  const opinions = await countOpinions(tx, key)
  const lacks = lacksBeforeVote(standingsOf(rows), { opinions, hasMeeting: meeting !== undefined })
  if (lacks.length > 0) throw conflict('appraisal.lacks', { 缺什么: lacks.join('；') })
  const graded = rows.filter(({ person }) => person.role === 'graded')
  const day = dayOf(now)
  const most = await ruleAt(tx, 'appraisal.excellent.max', { path, day })
  const { ballotId } = await openBallot(scene, {
    unitId,
    organizationId,
    path,
    kind: 'appraisal',
    way,
    subject: subjectOf(round),
    occasion: `activity:${round.activityId}`,
    title: `${year} 年民主评议党员测评`,
    explanation: '每人一行，各评一个等次；优秀不超过规定人数。',
    lines: graded.map(({ person: { memberId }, name }) => ({
      key: memberId,
      text: name,
      memberId,
    })),
    most: { mark: 'excellent', count: excellentMost(graded.length, most.value) },
    voters: rows
      .filter(({ person }) => person.role !== 'excused')
      .map(({ person: { memberId } }) => ({
        memberUnitId: unitId,
        memberId,
        isPresent: meeting?.present.has(memberId) ?? false,
      })),
    until,
    by: actor,
    now,
  })
  const version = await changeAppraisal(tx, round, { votedOn: day })
  return {
    value: { version, ballotId },
    place: round,
    change: { subject: `appraisal:${round.id}`, after: { votedOn: day, way } },
  }
})

/** Before the first ballot, or after one that became void. */
async function requireAgain(
  scene: Scene,
  turn: { readonly unitId: string; readonly appraisalId: string; readonly version: number },
): Promise<Appraisal> {
  const round = await requireRound(scene, turn)
  if (!round.votedOn) return round
  const last = await resultOf(scene.tx, { unitId: round.unitId, subject: subjectOf(round) })
  if (last?.state !== 'void') throw conflict('appraisal.voted')
  return round
}

async function tell(
  { tx, now, actor }: Scene,
  { unitId, path, id, year, rateUntil }: Appraisal,
  personIds: readonly string[],
): Promise<void> {
  await sendNotice(tx, {
    unitId,
    path,
    key: `appraisal:${id}`,
    kind: 'appraisal',
    from: actor.name,
    fromId: actor.accountId,
    title: `${year} 年民主评议党员：请自评、互评`,
    body: `请在 ${rateUntil} 前对照“四个合格”自评，并对同志们提出批评意见；会前先谈心谈话。`,
    link: '/appraisal',
    personIds,
    now,
  })
}
