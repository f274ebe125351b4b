import { contract } from '@zhixing/contract'
import type { RuleValue } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import type { Scene } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict, forbidden, missing } from '../../../kernel/problem.ts'
import { rootOf, parentOf } from '../../../kernel/reach.ts'
import { unlessBroken } from '../../../kernel/constraint.ts'
import { narrowTo } from '../../organizations/index.ts'
import { declaredRule } from '../catalogue/index.ts'
import { refuseSetting, valueInForce } from '../rules.ts'
import { findValues, keepValue } from '../store.ts'

type Wish = {
  readonly key: string
  readonly value: RuleValue
  readonly clause: string
  readonly from: string
  readonly until?: string | undefined
}

/** A stricter value for an organization and all below it. */
export const tighten = act(contract.rules.tighten, async (scene, { organizationId, ...wish }) => {
  const { organization } = await narrowTo(scene.tx, scene.reach, organizationId)
  return keep(scene, wish, { place: organization, ownerId: organization.id })
})

/** A newer national value, by those who stand at the root; what held before stays as history. */
export const correct = act(contract.rules.correct, async (scene, wish) => {
  const root = rootOf(scene.reach)
  if (!root) throw forbidden('rules.rootOnly')
  const { organization } = await narrowTo(scene.tx, scene.reach, root)
  return keep(scene, wish, { place: organization, ownerId: null })
})

type Owner = { readonly place: { unitId: string; path: string }; readonly ownerId: string | null }

async function keep({ tx, now, actor }: Scene, wish: Wish, { place, ownerId }: Owner) {
  const declared = declaredRule(wish.key)
  if (!declared) throw missing('rules.unknown')

  const kept = await findValues(tx, [wish.key], [place.path])
  const point = { path: ownerId ? parentOf(place.path) : '/', day: wish.from }
  const before = valueInForce(declared, kept, point)
  const above = ownerId ? before : undefined
  const refusal = refuseSetting(declared, { ...wish, today: dayOf(now), above })
  if (refusal) throw conflict(refusal.reason, refusal.words)

  const ruleId = newId()
  const by = { byId: actor.accountId, byName: actor.name, at: now }
  const isTwice = conflict('rules.sameDay', { 日期: wish.from })
  const value = { ...wish, ...by, id: ruleId, organizationId: ownerId }
  await unlessBroken(keepValue(tx, value), 'rule_values_one_a_day', isTwice)

  const subject = `rule:${wish.key}`
  return { value: { ruleId }, place, change: { subject, before: before?.value, after: wish } }
}
