import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { conflict } from '../../../kernel/problem.ts'
import { requireLive } from '../../organizations/index.ts'
import { factsOf } from '../steps/facts.ts'
import { judgeApplication } from '../steps/judge.ts'
import { findClass, keepClass } from '../store/classes.ts'

/** A class begins as an application whose budget keeps to the rules; the same form sent twice is one application. */
export const apply = act(
  contract.classes.apply,
  async ({ tx, now, actor, reach }, { classId, organizationId, ...application }) => {
    const organization = await requireLive(tx, reach, organizationId)
    const { unitId, path } = organization
    await judgeApplication(tx, organization, application)
    const row = { ...factsOf(application), id: classId, unitId, organizationId, path }
    const by = { byId: actor.accountId, byName: actor.name, at: now }
    const isKept = await keepClass(tx, { ...row, ...by, state: 'draft' })
    const value = { unitId, classId }
    if (isKept)
      return {
        value,
        place: organization,
        change: { subject: `class:${classId}`, after: { organizationId, ...application } },
      }
    const known = await findClass(tx, reach, value)
    if (known?.kept.byId !== actor.accountId) throw conflict('classes.known')
    return { value, place: organization, change: 'none' }
  },
)
