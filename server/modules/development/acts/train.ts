import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { conflict } from '../../../kernel/problem.ts'
import { graduatesOf } from '../../classes/index.ts'
import { enter } from '../steps/enter.ts'
import { requireOnTheWay, subjectOf } from '../steps/require.ts'
import { findEntries } from '../store/applicants.ts'

/** A training class that somebody graduated from counts with the hours it gave; nobody types them. */
export const takeTraining = act(contract.development.takeTraining, async (scene, input) => {
  const { tx } = scene
  const { classUnitId, classId, enrolmentId } = input
  const { applicant } = await requireOnTheWay(scene, input)
  // Held anywhere: whoever was sent to it knows its list.
  const held = await graduatesOf(tx, ['/'], { unitId: classUnitId, classId })
  const graduate = held?.graduates.find((one) => one.enrolmentId === enrolmentId)
  if (!held || graduate?.name !== applicant.name)
    throw conflict('development.graduateUnknown', { 姓名: applicant.name })
  const entries = await findEntries(tx, input)
  if (entries.some(({ facts }) => facts['enrolmentId'] === enrolmentId))
    throw conflict('development.trainingTaken')
  const { title, until } = held.kept
  await enter(scene, applicant, {
    formId: enrolmentId,
    kind: 'training',
    on: until,
    text: `${title}结业，${held.issuerName}主办`,
    minutes: graduate.minutes,
    days: held.days,
    facts: { classId, enrolmentId },
  })
  const after = { title, minutes: graduate.minutes }
  return {
    value: {},
    place: applicant,
    change: { subject: subjectOf(applicant), after },
  }
})
