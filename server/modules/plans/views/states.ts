import type { Audience } from '@zhixing/contract'
import type { Reader } from '../../../kernel/db.ts'
import { sayAudience } from '../../audience/index.ts'
import { heldOf } from '../catalogue/held.ts'
import { lightsOf, nothingHeld, worstOf } from '../rules/lights.ts'
import type { Held, Lights } from '../rules/lights.ts'
import { unsuitedOf } from '../rules/plan.ts'
import type { Item, Plan } from '../store/plans.ts'

export type Lit = { readonly item: Item; readonly held: Held; readonly lights: Lights }

/** Items with what was held of them and how that looks on the day. */
export async function litItems(
  db: Reader,
  rows: readonly { readonly plan: Plan; readonly items: readonly Item[] }[],
  day: string,
): Promise<Map<string, Lit[]>> {
  const held = await heldOf(
    db,
    rows.flatMap(({ items }) => items),
  )
  return new Map(
    rows.map(({ plan, items }) => [
      plan.id,
      items.map((item) => {
        const own = held.get(item.id) ?? nothingHeld
        const lights = lightsOf(item, own, { day, qualityTarget: plan.qualityTarget })
        return { item, held: own, lights }
      }),
    ]),
  )
}

/** The worst of each kind over the items that still stand. */
export function planLights(items: readonly Lit[]): Lights {
  const live = items.filter(({ item }) => item.cancelReason === null)
  return {
    date: worstOf(
      live.map(({ lights }) => lights.date),
      '进度',
    ),
    quality: worstOf(
      live.map(({ lights }) => lights.quality),
      '质量',
    ),
    count: worstOf(
      live.map(({ lights }) => lights.count),
      '人数',
    ),
  }
}

export function headOf(plan: Plan, organizationName: string, items: readonly Lit[]) {
  const { date, quality, count } = planLights(items)
  return {
    unitId: plan.unitId,
    planId: plan.id,
    organizationId: plan.organizationId,
    organizationName,
    kind: plan.kind,
    title: plan.title,
    fromYear: plan.fromYear,
    untilYear: plan.untilYear,
    state: plan.state,
    edition: plan.edition,
    isRevising: plan.edition > 0 && (plan.state === 'draft' || plan.state === 'submitted'),
    lights: { date: date.light, quality: quality.light, count: count.light },
  }
}

export function itemState({ item, held, lights }: Lit) {
  const { unitId, id, planId, audience, problemIds, parts, ...facts } = item
  const cohorts: readonly string[] = audience.cohorts ?? []
  return {
    ...facts,
    unitId,
    planId,
    itemId: id,
    audience,
    problemIds: [...problemIds],
    parts: [...parts],
    audienceSentence: sayWhom(audience),
    held,
    lights,
    unsuited: unsuitedOf(item.mode, cohorts),
  }
}

/** An empty audience is everybody. */
export function sayWhom(audience: Audience): string {
  return sayAudience(audience) || '全体党员'
}
