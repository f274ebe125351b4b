import { contract } from '@zhixing/contract'
import { missing } from '../../../kernel/problem.ts'
import { view } from '../../../kernel/view.ts'
import { filesOf } from '../../files/index.ts'
import type { FileKey } from '../../files/index.ts'
import { plannedFen } from '../rules/budget.ts'
import { spentOn } from '../steps/spent.ts'
import { findClass } from '../store/classes.ts'

/** What a class cost, bill by bill, beside what the rules allow for those who came. */
export const showSettlement = view(contract.settlements.show, async ({ db, reach }, key) => {
  const held = await findClass(db, reach, key)
  if (!held) throw missing('classes.unknown')
  const { bills, people, days, lines, totalFen } = await spentOn(db, held.kept)
  const files = await filesOf(
    db,
    bills.map(({ id }) => `classBill:${id}`),
  )
  return {
    people,
    days,
    lines,
    totalFen,
    budgetFen: plannedFen(held.kept.application.budget),
    bills: bills.map(({ id, line, fen, day, payee, note, rank, hours, halfDays }) => ({
      billId: id,
      line,
      fen,
      day,
      payee,
      note,
      rank,
      hours,
      halfDays,
      files: (files.get(`classBill:${id}`) ?? []).map(fileName),
    })),
  }
})

function fileName({ unitId, fileId, name, bytes }: FileKey & { name: string; bytes: number }) {
  return { unitId, fileId, name, bytes }
}
