import { contract } from '@zhixing/contract'
import { act, ownAct } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { conflict } from '../../../kernel/problem.ts'
import { enter } from '../steps/enter.ts'
import { hang } from '../steps/hang.ts'
import { requireOnTheWay, subjectOf } from '../steps/require.ts'
import { findOwn, lockApplicant } from '../store/applicants.ts'
import { findContacts } from '../store/contacts.ts'

export const record = act(contract.development.record, async (scene, input) => {
  const { formId, kind, on, text, minutes, points, days, fileIds } = input
  const { applicant } = await requireOnTheWay(scene, input)
  const told = { formId, kind, on, text, minutes, points }
  const files = await hang(scene, applicant, fileIds)
  const facts = files === '' ? {} : { files }
  const isNew = await enter(scene, applicant, { ...told, days, facts })
  return {
    value: {},
    place: applicant,
    change: isNew ? { subject: subjectOf(applicant), after: told } : 'none',
  }
})

/** Whoever cultivates somebody says how they are; it counts as an inspection. */
export const observe = ownAct(contract.development.observe, async (scene, input) => {
  const { tx, actor } = scene
  const { unitId, applicantId, formId, on, text } = input
  const contacts = await findContacts(tx, { unitId, applicantId })
  const isMine = contacts.some(
    ({ role, memberId, until }) =>
      role === 'contact' && memberId === actor.memberId && until === null,
  )
  if (!isMine || actor.unitId !== unitId) throw conflict('development.notContact')
  const { applicant } = await requireOnTheWay({ tx, reach: ['/'] }, { unitId, applicantId })
  const isNew = await enter(scene, applicant, { formId, kind: 'inspection', on, text })
  return {
    value: {},
    place: applicant,
    change: isNew ? { subject: subjectOf(applicant), after: { kind: 'inspection', on } } : 'none',
  }
})

/** The applicant's own word, handed in by themself. */
export const tell = ownAct(contract.development.tell, async (scene, { formId, text }) => {
  const { tx, now, actor } = scene
  const own = await findOwn(tx, actor)
  if (!own) throw conflict('development.notApplicant')
  const key = { unitId: own.applicant.unitId, applicantId: own.applicant.id }
  const applicant = await lockApplicant(tx, ['/'], key)
  if (!applicant) throw conflict('development.notApplicant')
  const isNew = await enter(scene, applicant, { formId, kind: 'thought', on: dayOf(now), text })
  return {
    value: {},
    place: applicant,
    change: isNew ? { subject: subjectOf(applicant), after: { kind: 'thought' } } : 'none',
  }
})
