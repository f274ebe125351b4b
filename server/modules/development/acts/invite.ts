import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { openAccount } from '../../accounts/index.ts'
import { findById } from '../../organizations/index.ts'
import { requireOnTheWay, subjectOf } from '../steps/require.ts'
import { changeApplicant, keepEntry } from '../store/applicants.ts'

/** An account that holds no office: its owner sees their own way and what is theirs to do. */
export const invite = act(contract.development.invite, async (scene, key) => {
  const { tx, now, actor } = scene
  const { applicant } = await requireOnTheWay(scene, key)
  const { unitId, id: applicantId, name, accountId, memberId, organizationId } = applicant
  if (accountId || memberId) throw conflict('development.account', { 姓名: name })
  const branch = await findById(tx, organizationId)
  if (!branch) throw missing('organizations.unknown')
  const slip = await openAccount(scene, branch, { name, byId: actor.accountId })
  await changeApplicant(tx, applicant, { accountId: slip.accountId })
  const by = { byId: actor.accountId, byName: actor.name, at: now }
  const entry = {
    unitId,
    applicantId,
    kind: 'account',
    on: dayOf(now),
    text: '开通本人账号',
  } as const
  await keepEntry(tx, { ...entry, ...by, formId: newId() })
  return {
    value: { login: slip.login, code: slip.code },
    place: applicant,
    change: { subject: subjectOf(applicant), after: { login: slip.login } },
  }
})
