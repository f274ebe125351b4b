import { contract } from '@zhixing/contract'
import { applicantStages } from '@zhixing/contract/development-words.ts'
import { recordKinds } from '@zhixing/contract/words.ts'
import { act } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { heldWithin } from '../../activities/index.ts'
import { mayCome } from '../rules/permitted.ts'
import { requireDay, requireOnTheWay } from '../steps/require.ts'
import { findEntries, keepEntry } from '../store/applicants.ts'

/** Those on the way who came to something of the branch's life that their stage admits them to. */
export const attend = act(contract.development.attend, async (scene, input) => {
  const { tx, now, reach, actor } = scene
  const { unitId, activityId, applicantIds } = input
  const held = await heldWithin(tx, reach, { unitId, activityId })
  if (!held) throw missing('development.eventUnknown')
  if (held.startsAt > now) throw conflict('development.eventEarly')
  const { kind, title, path, organizationId } = held
  const on = dayOf(held.startsAt)
  let entered = 0
  // A branch has a handful of them, and each is held still while it is judged.
  /* oxlint-disable no-await-in-loop */
  for (const applicantId of new Set(applicantIds)) {
    const { applicant } = await requireOnTheWay(scene, { unitId, applicantId })
    const { name, stage } = applicant
    if (applicant.organizationId !== organizationId) throw missing('development.unknown')
    if (!mayCome(stage, kind))
      throw conflict('development.notPermitted', {
        姓名: name,
        阶段: applicantStages[stage],
        活动: recordKinds[kind],
      })
    requireDay(applicant, on, dayOf(now))
    const entries = await findEntries(tx, { unitId, applicantId })
    if (entries.some(({ facts }) => facts['activityId'] === activityId)) continue
    const text = `参加${recordKinds[kind]}：${title}`
    const by = { byId: actor.accountId, byName: actor.name, at: now }
    const entry = { unitId, applicantId, formId: newId(), on, text, facts: { activityId, kind } }
    if (await keepEntry(tx, { ...entry, ...by, kind: 'activity' })) entered += 1
  }
  /* oxlint-enable no-await-in-loop */
  return {
    value: { entered },
    place: { unitId, path },
    change:
      entered === 0 ? 'none' : { subject: `activity:${activityId}`, after: { title, entered } },
  }
})
