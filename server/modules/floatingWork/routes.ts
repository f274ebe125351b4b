import type { Routes } from '../../kernel/wire.ts'
import { answerCensus, closeCensus, startCensus } from './acts/census.ts'
import { drawLinks, sayWhereabouts } from './acts/links.ts'
import { endGroup, openGroup, tell } from './acts/groups.ts'
import { endTask, judge, reportTask, setTask } from './acts/tasks.ts'
import { listCensuses, showCensus } from './views/census.ts'
import { listGroups, showGroup } from './views/groups.ts'
import { showWhereabouts } from './views/whereabouts.ts'
import { listTasks, myFloatingWork, showTask } from './views/tasks.ts'

export const routes: Routes['floatingWork'] = {
  censuses: listCensuses,
  census: showCensus,
  startCensus,
  answerCensus,
  closeCensus,
  drawLinks,
  whereabouts: showWhereabouts,
  sayWhereabouts,
  groups: listGroups,
  group: showGroup,
  openGroup,
  endGroup,
  tell,
  tasks: listTasks,
  task: showTask,
  setTask,
  endTask,
  judge,
  mine: myFloatingWork,
  reportTask,
}
