import { contract } from '@zhixing/contract'
import { reviewFindings, reviewRelations, reviewWays } from '@zhixing/contract/development-words.ts'
import { act } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { hang } from '../steps/hang.ts'
import { requireDay, requireOnTheWay, subjectOf } from '../steps/require.ts'
import { keepEntry } from '../store/applicants.ts'
import { answerSubject as keepAnswer, findSubjects, keepSubject } from '../store/tasks.ts'

/** One more whom the political review looks at. The chronicle names the relation, never the person. */
export const addSubject = act(contract.development.addSubject, async (scene, input) => {
  const { tx, now, actor, vault } = scene
  const { unitId, applicantId, formId, relation, name, way, askedOf, askedOn } = input
  const { applicant, found, stepName } = await requireOnTheWay(scene, input)
  if (found.step !== 'review') throw conflict('development.reviewWhen', { 现在: stepName })
  requireDay(applicant, askedOn, dayOf(now))
  const by = { byName: actor.name, at: now }
  const facts = { relation, way, askedOf, askedOn, formId, nameSealed: vault.seal(name) }
  const isNew = await keepSubject(tx, { ...facts, ...by, unitId, applicantId })
  if (isNew) {
    const text = `审查${reviewRelations[relation]}：${reviewWays[way]}，向${askedOf}了解`
    const entry = { unitId, applicantId, formId, on: askedOn, text, byId: actor.accountId }
    await keepEntry(tx, { ...entry, ...by, kind: 'subject' })
  }
  const change = isNew
    ? { subject: subjectOf(applicant), after: { relation, way, askedOf } }
    : ('none' as const)
  return { value: {}, place: applicant, change }
})

/** What came back about one of them: written down once. */
export const answerSubject = act(contract.development.answerSubject, async (scene, input) => {
  const { tx, now, actor, vault } = scene
  const { unitId, applicantId, subjectId, repliedOn, finding, reply, fileIds } = input
  const { applicant } = await requireOnTheWay(scene, input)
  const subject = (await findSubjects(tx, input)).find(({ id }) => id === subjectId)
  if (!subject) throw missing('development.subjectUnknown')
  if (subject.finding) throw conflict('development.subjectAnswered')
  const today = dayOf(now)
  if (repliedOn < subject.askedOn || repliedOn > today)
    throw conflict('development.subjectDay', { 发出: subject.askedOn, 今天: today })
  await keepAnswer(tx, subject, { repliedOn, finding, replySealed: vault.seal(reply) })
  const files = await hang(scene, applicant, fileIds)
  const text = `${reviewRelations[subject.relation]}：${reviewFindings[finding]}`
  const by = { byId: actor.accountId, byName: actor.name, at: now }
  const entry = { unitId, applicantId, formId: subjectId, on: repliedOn, text, facts: { files } }
  await keepEntry(tx, { ...entry, ...by, kind: 'subject' })
  const after = { relation: subject.relation, finding }
  return { value: {}, place: applicant, change: { subject: subjectOf(applicant), after } }
})
