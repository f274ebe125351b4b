import { contract, keysOf } from '@zhixing/contract'
import { dutyLevels } from '@zhixing/contract/duty-words.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { covers, reachOf } from '../../../kernel/reach.ts'
import { narrowTo } from '../../organizations/index.ts'
import { binds, isInForce, levelOf } from '../rules/holding.ts'
import type { Level } from '../rules/holding.ts'
import { findBound, findTemplates, namesOf } from '../catalogue/find.ts'
import type { Organization, Template } from '../catalogue/find.ts'
import { overview } from '../../overviews/index.ts'

/** Every duty that is, was or will be in force here, and which of them bind which sort of organization. */
export const templates = overview(
  contract.duties.templates,
  async ({ db, now, reach, actor }, { organizationId, page, size }) => {
    const { organization } = await narrowTo(db, reach, organizationId)
    const today = dayOf(now)
    const found = await findTemplates(db, organization.path)
    const bound = await findBound(db, { path: organization.path })
    const names = await namesOf(
      db,
      found.map((one) => one.organizationId),
    )
    const lays = reachOf(actor.appointments, 'duties.lay')
    const rows = found.map((one) => ({
      templateId: one.id,
      organizationId: one.organizationId,
      organizationName: names.get(one.organizationId) ?? '',
      title: one.title,
      statement: one.statement,
      clause: one.clause,
      level: one.level,
      post: one.post,
      tiers: [...one.tiers],
      sectors: [...one.sectors],
      rhythm: one.rhythm,
      needsEvidence: one.needsEvidence,
      from: one.from,
      until: one.until,
      binds: isInForce(one, today) ? bound.filter((other) => binds(one, other)).length : 0,
      mayWithdraw: (one.until === null || one.until > today) && covers(lays, one.path),
    }))
    const mayLay = covers(lays, organization.path)
    const inForce = found.filter((one) => isInForce(one, today))
    return {
      rows: rows.slice((page - 1) * size, page * size),
      total: rows.length,
      inForce: rows.filter(({ binds: many }) => many > 0).length,
      mayLay,
      sorts: sortsOf(bound, inForce),
    }
  },
)

/** Organizations of one level, tier and field owe the same: one line for each such sort. */
function sortsOf(bound: readonly Organization[], inForce: readonly Template[]) {
  const order: readonly Level[] = keysOf(dutyLevels)
  const levels = bound.flatMap((one) => {
    const level = levelOf(one.kind)
    return level ? [{ one, level, tier: one.tier, sector: one.sector }] : []
  })
  const groups = Map.groupBy(levels, ({ level, tier, sector }) => `${level} ${tier} ${sector}`)
  return [...groups.values()]
    .flatMap((some) => {
      const [first] = some
      if (!first) return []
      const { level, tier, sector } = first
      // Those of one sort may still differ by who laid down what above them: shown is what all of them owe.
      const common = inForce.filter((duty) => some.every((other) => binds(duty, other.one)))
      const titles = common.map(({ title }) => title)
      return [{ level, tier, sector, organizations: some.length, titles }]
    })
    .toSorted(
      (a, b) =>
        order.indexOf(a.level) - order.indexOf(b.level) ||
        (a.tier ?? 9) - (b.tier ?? 9) ||
        b.organizations - a.organizations,
    )
}
