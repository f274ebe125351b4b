import type { Routes } from '../../kernel/wire.ts'
import { assign, end } from './acts/assign.ts'
import { record, savePlan } from './acts/plan.ts'
import { listLeaders } from './views/list.ts'
import { showLeader, showMine, showOfBranch } from './views/show.ts'

export const routes: Routes['leaders'] = {
  list: listLeaders,
  show: showLeader,
  ofBranch: showOfBranch,
  assign,
  end,
  mine: showMine,
  savePlan,
  record,
}
