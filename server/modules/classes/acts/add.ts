import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { newId } from '../../../kernel/ids.ts'
import { nameKeyOf } from '../../../kernel/name-key.ts'
import { conflict } from '../../../kernel/problem.ts'
import { requireClass, requireState } from '../steps/require.ts'
import { countOutsiders, keepEnrolment } from '../store/enrolments.ts'
import { findQuotas } from '../store/quotas.ts'

/** Whoever is no member: they sit on what the quotas leave of the planned number; observers need no seat. */
export const add = act(
  contract.enrolments.add,
  async ({ tx, now, actor, reach, vault }, { phone, ...input }) => {
    const { unitId, classId, name, learnerKind } = input
    const { kept } = await requireClass(tx, reach, { unitId, classId })
    requireState(kept, ['approved', 'announced'], '登记学员')
    if (learnerKind === 'observer' && !kept.isOpenToObservers)
      throw conflict('enrolments.observers', { 名称: kept.title })
    if (learnerKind !== 'observer') {
      const given = (await findQuotas(tx, input)).reduce((sum, { seats }) => sum + seats, 0)
      const left = kept.people - given
      if ((await countOutsiders(tx, input)) >= left)
        throw conflict('enrolments.full', { 名称: kept.title, 人数: left })
    }
    const row = { ...input, id: newId(), nameKey: nameKeyOf(name), state: 'enrolled' as const }
    const phoneSealed = phone === '' ? null : vault.seal(phone)
    await keepEnrolment(tx, { ...row, phoneSealed, way: 'list', byId: actor.accountId, at: now })
    return {
      value: { state: 'enrolled' as const, position: null },
      place: kept,
      change: { subject: `class:${classId}`, after: { enrolmentId: row.id, learnerKind } },
    }
  },
)
