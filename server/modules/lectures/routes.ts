import type { Routes } from '../../kernel/wire.ts'
import { assign, fill } from './acts/assign.ts'
import { listAttended, listLeaders } from './views/leaders.ts'
import { listLectures, tallyLectures } from './views/lectures.ts'
import { showRota } from './views/rota.ts'

export const routes: Routes['lectures'] = {
  rota: showRota,
  assign,
  fill,
  tally: tallyLectures,
  list: listLectures,
  leaders: listLeaders,
  attended: listAttended,
}
