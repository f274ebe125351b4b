import type { Routes } from '../../kernel/wire.ts'
import { issue, review, write } from './acts/notebook.ts'
import { assign, checkIn, plan, withdraw } from './acts/tasks.ts'
import { listNotebooks, listPages, showNotebook } from './views/notebooks.ts'
import { listMine, listReaders, listTasks } from './views/tasks.ts'

export const routes: Routes['reading'] = {
  assign,
  withdraw,
  list: listTasks,
  people: listReaders,
  plan,
  mine: listMine,
  checkIn,
  issue,
  notebook: showNotebook,
  write,
  notebooks: listNotebooks,
  pages: listPages,
  review,
}
