import type { Application } from '@zhixing/contract'
import type { Reader } from '../../../kernel/db.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import type { Place } from '../../../kernel/reach.ts'
import { itemInForce } from '../../plans/index.ts'
import { rulesAt } from '../../rules/index.ts'
import { refuseApplication, refuseLine } from '../rules/application.ts'
import { capLines, feeKeys } from '../rules/budget.ts'
import type { Priced } from '../rules/budget.ts'
import { findPartner } from '../store/partners.ts'

/** A budget beside its caps, by the rules of the class's first day at its organization. */
export async function priced(db: Reader, path: string, application: Priced) {
  return capLines(application, await rulesAt(db, feeKeys, { path, day: application.from }))
}

/** Throws at the first thing that is wrong, naming the line and the cap. */
export async function judgeApplication(
  db: Reader,
  { unitId, path }: Place,
  application: Application,
): Promise<void> {
  const rules = await rulesAt(db, feeKeys, { path, day: application.from })
  const refused =
    refuseApplication(application, rules['class.travel_days.max'].value) ??
    refuseLine(capLines(application, rules))
  if (refused) throw conflict(refused.reason, refused.words)
  const { partnerId, planItemId } = application
  if (partnerId && !(await findPartner(db, { unitId, id: partnerId })))
    throw missing('classes.partnerUnknown')
  if (planItemId && !(await itemInForce(db, { itemId: planItemId, path })))
    throw conflict('classes.planItem')
}
