import type { Routes } from '../../kernel/wire.ts'
import { issue } from './acts/issue.ts'
import { giveBack, lose, reverse } from './acts/losses.ts'
import { addModelFile, keep, removeModelFile, use } from './acts/models.ts'
import { arrive, endOrder, order } from './acts/orders.ts'
import { acknowledge, confirm, withdraw } from './acts/receipts.ts'
import { recordViewing } from './acts/record-viewing.ts'
import { addFile, keepTitle, removeFile, retireTitle } from './acts/titles.ts'
import { listTitles } from './views/list.ts'
import { listModels, showModel } from './views/models.ts'
import { listIssues, listOrders, mine } from './views/papers.ts'
import { listMovements, listViewings, showTitle } from './views/show.ts'

export const routes: Routes['materials'] = {
  list: listTitles,
  show: showTitle,
  movements: listMovements,
  keepTitle,
  retireTitle,
  addFile,
  removeFile,
  orders: listOrders,
  order,
  arrive,
  endOrder,
  issue,
  issues: listIssues,
  confirm,
  withdraw,
  giveBack,
  lose,
  reverse,
  viewings: listViewings,
  recordViewing,
  mine,
  acknowledge,
}

export const modelRoutes: Routes['roleModels'] = {
  list: listModels,
  show: showModel,
  keep,
  addFile: addModelFile,
  removeFile: removeModelFile,
  use,
}
