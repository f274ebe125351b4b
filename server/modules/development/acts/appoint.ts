import { contract } from '@zhixing/contract'
import { contactRoles } from '@zhixing/contract/development-words.ts'
import { act } from '../../../kernel/act.ts'
import type { Scene } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { conflict } from '../../../kernel/problem.ts'
import { findById } from '../../organizations/index.ts'
import { markCase } from '../../procedures/index.ts'
import { requireOnTheWay, subjectOf } from '../steps/require.ts'
import { findMembersNamed, keepEntry } from '../store/applicants.ts'
import { replaceContacts } from '../store/contacts.ts'
import type { Applicant } from '../store/applicants.ts'

/** Full members of the branch cultivate, and two of them introduce. */
export const appoint = act(contract.development.appoint, async (scene, input) => {
  const { tx, now, actor } = scene
  const { unitId, applicantId, formId, role, memberIds } = input
  const { applicant } = await requireOnTheWay(scene, input)
  const names = await requireFull(scene, applicant, { role, memberIds })
  const on = dayOf(now)
  const text = `${contactRoles[role]}：${names.join('、')}`
  const by = { byId: actor.accountId, byName: actor.name, at: now }
  const entry = { unitId, applicantId, kind: 'contacts', on, text, formId, ...by } as const
  const isNew = await keepEntry(tx, entry)
  if (isNew) {
    await replaceContacts(tx, { unitId, applicantId }, { role, memberIds, on })
    const mark = role === 'contact' ? 'contacts' : 'introducers'
    await markCase(tx, { unitId, caseId: applicant.caseId }, { marks: { [mark]: on }, now })
  }
  return {
    value: {},
    place: applicant,
    change: isNew ? { subject: subjectOf(applicant), after: { role, names } } : 'none',
  }
})

type Appointed = { readonly role: keyof typeof contactRoles; readonly memberIds: readonly string[] }

async function requireFull(
  { tx }: Scene,
  { unitId, organizationId }: Applicant,
  { role, memberIds }: Appointed,
): Promise<string[]> {
  const isTwo = new Set(memberIds).size === 2
  if (role === 'introducer' && !isTwo) throw conflict('development.contactTwo')
  if (memberIds.length === 2 && !isTwo) throw conflict('development.contactTwice')
  const found = await findMembersNamed(tx, unitId, memberIds)
  const names: string[] = []
  for (const id of memberIds) {
    const member = found.find((one) => one.id === id)
    if (!member) throw conflict('development.contactUnknown')
    const { name } = member
    if (member.organizationId !== organizationId) {
      const branch = await findById(tx, organizationId)
      throw conflict('development.contactOutside', { 姓名: name, 支部: branch?.name ?? '本支部' })
    }
    if (member.stage !== 'full')
      throw conflict('development.contactFull', { 姓名: name, 职责: contactRoles[role] })
    names.push(name)
  }
  return names
}
