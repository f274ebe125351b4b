import type { Routes } from '../../kernel/wire.ts'
import { confirm, endPair, join, record } from './acts/pairs.ts'
import { judgeTask, place, reportTask } from './acts/placements.ts'
import { listPairs, listPlacements, mine, showPair } from './views/lists.ts'

export const routes: Routes['mentoring'] = {
  pairs: listPairs,
  pair: showPair,
  join,
  endPair,
  record,
  confirm,
  placements: listPlacements,
  place,
  reportTask,
  judgeTask,
  mine,
}
