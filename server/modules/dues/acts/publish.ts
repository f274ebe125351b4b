import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { dayOf, monthOf } from '../../../kernel/calendar.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict } from '../../../kernel/problem.ts'
import { sendNotice } from '../../notices/index.ts'
import { ruleAt } from '../../rules/index.ts'
import { monthsOfQuarter, sayQuarter } from '../rules/months.ts'
import { publishedOf } from '../rules/publication.ts'
import { statesOf } from '../steps/read-states.ts'
import { byOf, requireBranch } from '../steps/require.ts'
import { findLive } from '../store/entries.ts'
import { keepPublication, lastEdition } from '../store/hardships.ts'
import { findRoll } from '../store/people.ts'

/** Who paid what in a quarter, told to the branch as the rule says and kept as it was told. */
export const publish = act(contract.dues.publish, async (scene, { organizationId, quarter }) => {
  const { tx, now, actor } = scene
  const { unitId, path, name } = await requireBranch(scene, organizationId)
  const today = dayOf(now)
  const months: readonly string[] = monthsOfQuarter(quarter)
  if ((months[0] ?? '') > monthOf(today))
    throw conflict('dues.quarterAhead', { 季度: sayQuarter(quarter) })
  const roll = await findRoll(tx, [path], unitId)
  const memberIds = roll.map(({ member }) => member.id)
  const live = Map.groupBy(await findLive(tx, { unitId, memberIds }), ({ memberId }) => memberId)
  const lines = roll.map(({ member }) => {
    const states = statesOf(live.get(member.id) ?? []).filter(({ month }) => months.includes(month))
    const owedFen = states.reduce((sum, one) => sum + one.owedFen, 0)
    const paidFen = states.reduce((sum, one) => sum + one.paidFen, 0)
    return { name: member.name, owedFen, paidFen }
  })
  const { value } = await ruleAt(tx, 'dues.publish.columns', { path, day: today })
  const edition = (await lastEdition(tx, { unitId, organizationId, quarter })) + 1
  const id = newId()
  const { columns, rows } = publishedOf(lines, value)
  const kept = { id, unitId, organizationId, quarter, edition, columns, rows }
  await keepPublication(tx, { ...kept, ...byOf(scene) })
  const told = await sendNotice(tx, {
    unitId,
    path,
    key: `dues:${id}`,
    kind: 'dues',
    from: actor.name,
    fromId: actor.accountId,
    title: `党费公示：${sayQuarter(quarter)}`,
    body: `${name}公示${sayQuarter(quarter)}党费收缴情况${edition > 1 ? `（第 ${edition} 次，更正）` : ''}，在“我的党费”里看。`,
    link: '/dues',
    personIds: memberIds,
    now,
  })
  return {
    value: { edition, told },
    place: { unitId, path },
    change: { subject: `dues:${organizationId}`, after: { quarter, edition } },
  }
})
