import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import type { Scene } from '../../../kernel/act.ts'
import { dayOf, monthOf } from '../../../kernel/calendar.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { covers } from '../../../kernel/reach.ts'
import { findOrganization, requireLive } from '../../organizations/index.ts'
import { sayQuarter } from '../rules/months.ts'
import {
  balanceOf,
  closedFrom,
  lastDayOfQuarter,
  remittanceOf,
  sayFen,
} from '../rules/remittance.ts'
import { percentAt } from '../steps/percent.ts'
import { byOf } from '../steps/require.ts'
import { findBySource, keepEntries, reversalsOf } from '../store/entries.ts'
import type { NewEntry } from '../store/entries.ts'
import { countSent, findEntry, findSent, findTotals, isBooked, lockBooks } from '../store/money.ts'

type Own = { readonly unitId: string; readonly organizationId: string }

/** What an entry of money on its way has, besides how much, whose and in which direction. */
function rowOf(scene: Scene, { unitId, organizationId }: Own) {
  const period = monthOf(dayOf(scene.now))
  const own = { unitId, organizationId, memberId: null, month: null, period, clause: '' }
  return { ...own, ...byOf(scene), id: newId(), subject: '', fund: 'monthly' as const }
}

async function balance(scene: Scene, own: Own): Promise<number> {
  return balanceOf(await findTotals(scene.tx, own))
}

/** A quarter goes up once its books no longer move: the share of the rule, special dues whole. */
export const remit = act(contract.dues.remit, async (scene, input) => {
  const { tx, now, reach } = scene
  const { organizationId, quarter, voucher } = input
  // What a branch took before it was dissolved goes up all the same.
  const organization = await findOrganization(tx, reach, organizationId)
  if (!organization) throw missing('organizations.unknown')
  const { unitId, path, parentId } = organization
  const own = { unitId, organizationId }
  await lockBooks(tx, [organizationId, ...(parentId ? [parentId] : [])])
  const from = closedFrom(quarter)
  const words = { 季度: sayQuarter(quarter) }
  if (dayOf(now) < from) throw conflict('dues.quarterOpen', { ...words, 日期: from })
  const sent = await findSent(tx, { ...own, quarter })
  if (sent.length > 0) {
    const fen = sent.reduce((sum, one) => sum + one.fen, 0)
    throw conflict('dues.quarterDone', { ...words, 金额: sayFen(fen) })
  }
  const { percent, clause } = await percentAt(tx, organization, lastDayOfQuarter(quarter))
  const { shareFen, specialFen, dueFen } = remittanceOf(await findTotals(tx, own), quarter, percent)
  if (dueFen === 0) throw conflict('dues.quarterEmpty', words)
  const left = await balance(scene, own)
  if (left < dueFen) throw conflict('dues.short', { 留存: sayFen(left), 金额: sayFen(dueFen) })

  const times = await countSent(tx, { ...own, quarter })
  const sourceId = newId()
  const text = `${words.季度}上缴 ${percent}%，凭证 ${voucher}`
  const parts = [
    { fund: 'monthly' as const, fen: shareFen },
    { fund: 'special' as const, fen: specialFen },
  ].filter(({ fen }) => fen > 0)
  const isWithin = parentId !== null && path.startsWith('/') && organizationId !== unitId
  const ends = (part: (typeof parts)[number]): NewEntry[] => {
    const both = { ...part, sourceId, subject: quarter, text, clause }
    const key = `${organizationId}:${quarter}:${part.fund}:${times}`
    const up = { ...rowOf(scene, own), ...both, kind: 'sent' as const, key: `sent:${key}` }
    if (!isWithin || !parentId) return [up]
    const above = rowOf(scene, { unitId, organizationId: parentId })
    return [up, { ...above, ...both, kind: 'received', key: `received:${key}` }]
  }
  await keepEntries(tx, parts.flatMap(ends))
  return {
    value: { fen: dueFen },
    place: organization,
    change: { subject: `dues:${organizationId}`, after: { quarter, fen: dueFen, voucher } },
  }
})

/** Part of what came up goes back down, to somebody directly below. */
export const giveBack = act(contract.dues.giveBack, async (scene, input) => {
  const { tx, reach } = scene
  const { organizationId, toId, formId, fen, voucher } = input
  const organization = await requireLive(tx, reach, organizationId)
  const { unitId, path } = organization
  const below = await requireLive(tx, [path], toId)
  if (below.parentId !== organizationId || below.unitId !== unitId) throw conflict('dues.notBelow')
  const own = { unitId, organizationId }
  await lockBooks(tx, [organizationId, toId])
  const key = `back:${formId}`
  if (!(await isBooked(tx, unitId, key))) {
    await requireEnough(scene, own, fen)
    const both = { fen, sourceId: newId(), text: `返还${below.name}，凭证 ${voucher}` }
    await keepEntries(tx, [
      { ...rowOf(scene, own), ...both, kind: 'returnedOut', key: `${key}:out` },
      {
        ...rowOf(scene, { unitId, organizationId: toId }),
        ...both,
        kind: 'returnedIn',
        key: `${key}:in`,
      },
    ])
  }
  return {
    value: { balanceFen: await balance(scene, own) },
    place: organization,
    change: { subject: `dues:${organizationId}`, after: { returned: fen, toId, voucher } },
  }
})

/** One voucher a use, decided together; no more than there is. */
export const spend = act(contract.dues.spend, async (scene, input) => {
  const { tx, reach } = scene
  const { organizationId, formId, fen, use, text, decision, voucher } = input
  const organization = await requireLive(tx, reach, organizationId)
  const own = { unitId: organization.unitId, organizationId }
  await lockBooks(tx, [organizationId])
  const key = `spent:${formId}`
  if (!(await isBooked(tx, own.unitId, key))) {
    await requireEnough(scene, own, fen)
    const said = `${text}；${decision}；凭证 ${voucher}`
    const row = { ...rowOf(scene, own), sourceId: newId(), subject: use, text: said, fen }
    await keepEntries(tx, [{ ...row, kind: 'spent', key: `${key}:1` }])
  }
  return {
    value: { balanceFen: await balance(scene, own) },
    place: organization,
    change: { subject: `dues:${organizationId}`, after: { spent: fen, use, text, voucher } },
  }
})

async function requireEnough(scene: Scene, own: Own, fen: number): Promise<void> {
  const left = await balance(scene, own)
  if (left < fen) throw conflict('dues.short', { 留存: sayFen(left), 金额: sayFen(fen) })
}

/** Takes back a remittance, return or use that was booked wrongly, at both of its ends. */
export const undo = act(contract.dues.undo, async (scene, { unitId, entryId, reason }) => {
  const { tx, now, reach } = scene
  const found = await findEntry(tx, { unitId, entryId })
  if (!found || !covers(reach, found.path)) throw missing('dues.entryUnknown')
  const { entry, path } = found
  if (entry.kind === 'owed' || entry.kind === 'paid') throw conflict('dues.notMoney')
  const seen = await findBySource(tx, { unitId, sourceId: entry.sourceId })
  await lockBooks(
    tx,
    seen.map(({ organizationId }) => organizationId),
  )
  const entries = await findBySource(tx, { unitId, sourceId: entry.sourceId })
  if (entries.length === 0) throw conflict('dues.reversed')
  // What is taken from whoever had it must still be there.
  for (const one of entries.filter(({ kind }) => kind === 'received' || kind === 'returnedIn'))
    // Two ends at most.
    // oxlint-disable-next-line no-await-in-loop
    await requireEnough(scene, { unitId, organizationId: one.organizationId }, one.fen)
  const period = monthOf(dayOf(now))
  await keepEntries(tx, reversalsOf(entries, { ...byOf(scene), period, text: reason }))
  return {
    value: { fen: entry.fen },
    place: { unitId, path },
    change: { subject: `dues:${entry.organizationId}`, after: { undone: entryId, reason } },
  }
})
