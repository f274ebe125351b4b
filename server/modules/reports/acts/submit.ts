import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { findPeopleHolding } from '../../accounts/index.ts'
import { sendNotice } from '../../notices/index.ts'
import { findSignature, findSuperior, keepSubmission, lockReport } from '../store.ts'

/** Hands what was signed last to the organization above; a text that moved on since has to be signed first. */
export const submit = act(contract.reports.submit, async ({ tx, now, actor, reach }, input) => {
  const found = await lockReport(tx, reach, input)
  if (!found) throw missing('reports.unknown')
  const { report, organization } = found

  const superior = await findSuperior(tx, organization.parentId)
  if (!superior) throw conflict('reports.top')
  const signature = await findSignature(tx, report)
  if (signature?.version !== report.version) throw conflict('reports.unsigned')

  const submission = await keepSubmission(tx, {
    id: newId(),
    unitId: report.unitId,
    signatureId: signature.id,
    toOrganizationId: superior.id,
    toName: superior.name,
    submittedBy: actor.accountId,
    submittedByName: actor.name,
    submittedAt: now,
  })
  if (!submission) throw conflict('reports.submitted', { 上级: superior.name })
  await sendNotice(tx, {
    unitId: report.unitId,
    path: organization.path,
    key: `report:${signature.id}`,
    kind: 'report',
    from: organization.name,
    fromId: actor.personId,
    title: `${organization.name}报送了${String(report.year)}年度工作汇报`,
    body: report.title,
    link: `/reports/${report.unitId}/${report.id}`,
    personIds: await findPeopleHolding(tx, 'reports.view', {
      organizationId: superior.id,
      now,
    }),
    now,
  })
  return {
    value: { to: superior.name },
    place: organization,
    change: { subject: report.id, after: { to: superior.id, signatureId: signature.id } },
  }
})
