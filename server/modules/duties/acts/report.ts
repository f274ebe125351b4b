import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import type { Scene } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict } from '../../../kernel/problem.ts'
import { attachFile } from '../../files/index.ts'
import { requireLive } from '../../organizations/index.ts'
import { binds } from '../rules/holding.ts'
import { periodsOf } from '../rules/periods.ts'
import { findTemplates } from '../catalogue/find.ts'
import { changeRecord, keepRecord, lockRecord } from '../store.ts'
import { subjectOf } from '../steps/show.ts'

/** That it was done, when and how, with what proves it; again only after it was returned. */
export const report = act(contract.duties.report, async (scene, input) => {
  const { tx, now, actor, reach } = scene
  const { organizationId, templateId, period, doneOn, note, fileIds } = input
  const organization = await requireLive(tx, reach, organizationId)
  const { unitId, path, name } = organization
  const template = (await findTemplates(tx, path)).find(({ id }) => id === templateId)
  if (!template || !binds(template, organization)) throw conflict('duties.unknown', { 组织: name })
  const { title } = template
  const owed = periodsOf(template, Number(period.slice(0, 4))).find(({ key }) => key === period)
  if (!owed) throw conflict('duties.period', { 名称: title, 期: period })
  refuseDay(doneOn, dayOf(now), owed)
  if (template.needsEvidence && fileIds.length === 0)
    throw conflict('duties.evidence', { 名称: title })

  const key = { unitId, organizationId, templateId, period }
  const facts = { doneOn, note, byId: actor.accountId, byName: actor.name, at: now, returned: null }
  const before = await lockRecord(tx, key)
  const taken = conflict('duties.reported', { 名称: title, 期: owed.label })
  if (before && before.returned === null) throw taken
  const id = before?.id ?? newId()
  if (before) await changeRecord(tx, before, facts)
  else if (!(await keepRecord(tx, { ...key, ...facts, id, path }))) throw taken
  await attachAll(scene, fileIds, { recordId: id, path })
  return {
    value: { unitId, recordId: id },
    place: organization,
    change: {
      subject: `duty:${id}`,
      before: { returned: before?.returned ?? null },
      after: { organizationId, title, period, doneOn, files: fileIds.length },
    },
  }
})

function refuseDay(doneOn: Day, today: Day, { from, label }: { from: Day; label: string }): void {
  if (doneOn > today) throw conflict('duties.ahead', { 日期: doneOn })
  if (doneOn < from) throw conflict('duties.early', { 期: label, 日期: from })
}

async function attachAll(
  { tx, actor }: Scene,
  fileIds: readonly string[],
  { recordId, path }: { readonly recordId: string; readonly path: string },
): Promise<void> {
  const { unitId, accountId } = actor
  const subject = subjectOf(recordId)
  for (const fileId of fileIds) await attachFile(tx, { unitId, fileId, subject, path, accountId })
}
