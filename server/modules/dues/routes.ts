import type { Routes } from '../../kernel/wire.ts'
import { setBases } from './acts/bases.ts'
import { applyHardship, askHardship, decideHardship } from './acts/hardship.ts'
import { giveBack, remit, spend, undo } from './acts/money.ts'
import { pay, reverse } from './acts/pay.ts'
import { publish } from './acts/publish.ts'
import { commitStatement, previewStatement } from './acts/statement.ts'
import { listHardships, listPublications, showGrid, showOne } from './views/grid.ts'
import { mine } from './views/mine.ts'
import { listEntries, showMoney } from './views/money.ts'
import { rollUp } from './views/roll-up.ts'

export const routes: Routes['dues'] = {
  grid: showGrid,
  member: showOne,
  setBases,
  pay,
  reverse,
  hardships: listHardships,
  askHardship,
  applyHardship,
  decideHardship,
  publish,
  publications: listPublications,
  mine,
  previewStatement,
  commitStatement,
  rollUp,
  entries: listEntries,
  money: showMoney,
  remit,
  giveBack,
  spend,
  undo,
}
