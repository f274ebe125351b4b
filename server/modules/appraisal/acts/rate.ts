import { contract } from '@zhixing/contract'
import type { Answers } from '@zhixing/contract'
import type { AppraisalGrade } from '@zhixing/contract/appraisal-words.ts'
import { act, ownAct } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import type { Db } from '../../../kernel/db.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { formOf, judgeAnswers } from '../../forms/index.ts'
import { refuseGrade } from '../rules/grade.ts'
import { rateesOf } from '../rules/round.ts'
import { requireAppraised, requireMember, requireRating } from '../steps/require.ts'
import { changeAppraised, findAppraised, keepOpinion } from '../store/people.ts'
import { keyOf, lockAppraisal } from '../store/rounds.ts'
import type { Appraisal } from '../store/rounds.ts'

type Self = {
  readonly answers: Answers
  readonly grade: AppraisalGrade | null
  readonly summary: string
}

/** Under the four headings, with what is lacking and how it will be mended; until the ballot it may be written anew. */
export const rateSelf = ownAct(contract.appraisal.rateSelf, async ({ tx, now, actor }, input) => {
  const { unitId, memberId } = requireMember(actor)
  const { appraisalId, ...self } = input
  if (input.unitId !== unitId) throw missing('appraisal.unknown')
  const round = await requireOwn(tx, { unitId, appraisalId, memberId })
  await writeDown(tx, round, { memberId, self, day: dayOf(now) })
  return {
    value: {},
    place: round,
    change: { subject: `appraisal:${round.id}`, after: { selfRated: memberId } },
  }
})

/** For who has no phone or cannot write: what they handed in on paper. */
export const writeSelf = act(contract.appraisal.writeSelf, async (scene, input) => {
  const { tx, now } = scene
  const { unitId, appraisalId, memberId, ...self } = input
  const round = await requireRating(scene, { unitId, appraisalId })
  await writeDown(tx, round, { memberId, self, day: dayOf(now) })
  return {
    value: {},
    place: round,
    change: { subject: `appraisal:${round.id}`, after: { selfWritten: memberId } },
  }
})

/** A word to a comrade, by name; of who is not graded only the word. */
export const rate = ownAct(contract.appraisal.rate, async ({ tx, actor }, input) => {
  const own = requireMember(actor)
  const { unitId, appraisalId, memberId, grade, comment } = input
  if (unitId !== own.unitId) throw missing('appraisal.unknown')
  if (memberId === own.memberId) throw conflict('appraisal.self')
  const round = await requireOwn(tx, { ...own, appraisalId })
  const rows = await findAppraised(tx, keyOf(round))
  const rater = rows.find(({ person }) => person.memberId === own.memberId)
  const ratee = rows.find(({ person }) => person.memberId === memberId)
  if (!rater || !ratee) throw missing('appraisal.personUnknown')
  const { role, roleNote } = rater.person
  if (role === 'excused') throw conflict('appraisal.excused', { 姓名: rater.name, 原因: roleNote })
  const refusal = refuseGrade({ ...ratee.person, name: ratee.name }, grade)
  if (refusal) throw conflict(refusal.reason, refusal.words)
  const people = rows.map(({ person }) => person)
  const isAsked = rateesOf(rater.person, people, round.byGroup).includes(ratee.person)
  if (!isAsked) throw conflict('appraisal.otherGroup', { 姓名: ratee.name })
  await keepOpinion(tx, { ...keyOf(round), raterId: own.memberId, memberId, grade, comment })
  return {
    value: {},
    place: round,
    change: { subject: `appraisal:${round.id}`, after: { rated: memberId } },
  }
})

/** What it came to was read, and perhaps answered. */
export const acknowledge = ownAct(
  contract.appraisal.acknowledge,
  async ({ tx, now, actor }, { reply, ...key }) => {
    const { unitId, memberId } = requireMember(actor)
    if (key.unitId !== unitId) throw missing('appraisal.unknown')
    const round = await lockAppraisal(tx, ['/'], key)
    if (!round) throw missing('appraisal.unknown')
    const { person } = await requireAppraised(tx, key, memberId)
    if (!round.closedOn) throw conflict('appraisal.notClosed')
    await changeAppraised(tx, person, { readAt: person.readAt ?? now, reply })
    return {
      value: {},
      place: round,
      change: { subject: `appraisal:${round.id}`, after: { read: memberId } },
    }
  },
)

/** A round in which somebody stands; of any other they know nothing. */
async function requireOwn(
  tx: Db,
  { memberId, ...key }: { unitId: string; appraisalId: string; memberId: string },
): Promise<Appraisal> {
  const round = await requireRating({ tx, reach: ['/'] }, key)
  await requireAppraised(tx, key, memberId)
  return round
}

async function writeDown(
  tx: Db,
  round: Appraisal,
  { memberId, self, day }: { memberId: string; self: Self; day: Day },
): Promise<void> {
  const { person, name } = await requireAppraised(tx, keyOf(round), memberId)
  const { grade, summary } = self
  const refusal = refuseGrade({ ...person, name }, grade)
  if (refusal) throw conflict(refusal.reason, refusal.words)
  const answers = judgeAnswers(await formOf(tx, round), self.answers)
  await changeAppraised(tx, person, {
    selfAnswers: answers,
    selfGrade: grade,
    selfSummary: summary,
    selfOn: day,
  })
}
