import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { attachFile } from '../../files/index.ts'
import { yuanWords } from '../rules/budget.ts'
import { requireClass, requireState } from '../steps/require.ts'
import { spentOn } from '../steps/spent.ts'
import { keepBill, removeBill } from '../store/bills.ts'
import { changeClass } from '../store/classes.ts'

const spending = ['announced', 'completed'] as const

/** Something was paid; the bill hangs on it. */
export const keep = act(
  contract.settlements.keep,
  async ({ tx, now, actor, reach }, { unitId, classId, billId, fileIds, ...facts }) => {
    const { kept } = await requireClass(tx, reach, { unitId, classId })
    requireState(kept, spending, '登记开支')
    if (facts.line === 'lecturer' && (facts.hours === 0 || facts.halfDays === 0))
      throw conflict('settlements.lecturer')
    const { accountId } = actor
    const row = { ...facts, id: billId, unitId, classId, byId: accountId, at: now }
    if (!(await keepBill(tx, row))) throw conflict('settlements.taken')
    const hanging = { unitId: actor.unitId, path: kept.path, accountId }
    for (const fileId of fileIds)
      await attachFile(tx, { ...hanging, fileId, subject: `classBill:${billId}` })
    return {
      value: {},
      place: kept,
      change: { subject: `class:${classId}`, after: { billId, ...facts } },
    }
  },
)

export const remove = act(
  contract.settlements.remove,
  async ({ tx, reach }, { billId, ...key }) => {
    const { kept } = await requireClass(tx, reach, key)
    requireState(kept, spending, '改动开支')
    const before = await removeBill(tx, key, billId)
    if (!before) throw missing('settlements.unknown')
    const { line, fen, payee } = before
    const subject = `class:${kept.id}`
    const change = { subject, before: { billId, line, fen, payee }, after: { removed: true } }
    return { value: {}, place: kept, change }
  },
)

/** Closed for good once nothing is above what the rules allow for those who came. */
export const settle = act(contract.settlements.settle, async ({ tx, now, reach }, key) => {
  const { kept } = await requireClass(tx, reach, key)
  requireState(kept, ['completed'], '结算')
  const { bills, lines, totalFen } = await spentOn(tx, kept)
  if (bills.length === 0) throw conflict('settlements.none')
  const over = lines.find(({ isOver }) => isOver)
  if (over)
    throw conflict('settlements.over', {
      项目: over.name,
      金额: yuanWords(over.fen),
      上限: yuanWords(over.capFen),
      算法: over.sum,
      依据: over.clause,
    })
  await changeClass(tx, kept, { state: 'settled', settledAt: now })
  return {
    value: { totalFen },
    place: kept,
    change: {
      subject: `class:${kept.id}`,
      before: { state: kept.state },
      after: { state: 'settled', totalFen },
    },
  }
})
