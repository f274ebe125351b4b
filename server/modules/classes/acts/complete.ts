import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import type { Scene } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { conflict } from '../../../kernel/problem.ts'
import { hoursText } from '../../../kernel/words.ts'
import { rulesAt } from '../../rules/index.ts'
import { resultOf } from '../rules/result.ts'
import {
  classKindName,
  isTaught,
  isForCandidates,
  studyMinutes,
  sumOf,
  timetableKeys,
} from '../rules/timetable.ts'
import { absencesOf } from '../steps/attendance.ts'
import { requireClass, requireState } from '../steps/require.ts'
import { changeClass } from '../store/classes.ts'
import type { Class } from '../store/classes.ts'
import { changeEnrolment, findLearners } from '../store/enrolments.ts'

type Absences = Awaited<ReturnType<typeof absencesOf>>

/** Who graduates and who does not, and why not; every record has to be closed first. */
export const complete = act(contract.classes.complete, async (scene, key) => {
  const { tx, now, reach } = scene
  const { kept } = await requireClass(tx, reach, key)
  requireState(kept, ['announced'], '办理结业')
  const { title, until, application, path } = kept
  if (dayOf(now) < until) throw conflict('classes.notOver', { 名称: title, 日期: until })
  const absences = await absencesOf(tx, key)

  const limits = await rulesAt(tx, ['class.leave.max', 'class.exam.pass'], { path, day: until })
  const learners = (await findLearners(tx, key)).filter((one) => one.learnerKind !== 'observer')
  if (kept.origin === 'own')
    await refuseOpen(scene, kept, {
      ...absences,
      // Nobody is called by name where nobody is a member.
      open: learners.some(({ memberId }) => memberId) ? absences.open : [],
    })
  const { hasExam } = application
  const unmarked = hasExam ? learners.filter(({ score }) => score === null) : []
  const [first] = unmarked
  if (first) throw conflict('classes.scoresMissing', { 人数: unmarked.length, 姓名: first.name })

  let passed = 0
  for (const learner of learners) {
    const missedMinutes = learner.memberId
      ? absences.missedBy(learner.memberId)
      : (learner.missedMinutes ?? 0)
    const standing = { totalMinutes: absences.totalMinutes, missedMinutes, hasExam }
    const result = resultOf(
      { ...standing, score: learner.score },
      { leave: limits['class.leave.max'], pass: limits['class.exam.pass'] },
    )
    if (result.result === 'passed') passed += 1
    await changeEnrolment(tx, learner, result)
  }
  await changeClass(tx, kept, { state: 'completed', completedAt: now })
  const value = { passed, failed: learners.length - passed }
  return {
    value,
    place: kept,
    change: {
      subject: `class:${kept.id}`,
      before: { state: kept.state },
      after: { state: 'completed', ...value },
    },
  }
})

/** Of a class of our own: lessons were held, their records are closed, and candidates had their hours. */
async function refuseOpen({ tx }: Scene, kept: Class, absences: Absences): Promise<void> {
  const { sessions, open } = absences
  if (sessions.length === 0) throw conflict('classes.noSessions', { 名称: kept.title })
  const [first] = open
  if (first) throw conflict('classes.recordsOpen', { 课次: first.title })
  if (!isForCandidates(kept.kind)) return
  const rules = await rulesAt(tx, timetableKeys, { path: kept.path, day: kept.from })
  const study = studyMinutes(
    sumOf(sessions.filter(isTaught)),
    rules['hours.convert.hour.lesson'].value,
  )
  const { value, clause } = rules['dev.training']
  if (study < value)
    throw conflict('classes.candidateHours', {
      班次: classKindName(kept.kind),
      应有: hoursText(value),
      已排: hoursText(study),
      依据: clause,
    })
}
