import type { Routes } from '../../kernel/wire.ts'
import { air, confirm, honour } from './acts/standing.ts'
import { beat } from './acts/beat.ts'
import { change } from './acts/change.ts'
import { setChecks } from './acts/checks.ts'
import { create } from './acts/create.ts'
import { addItem, arrange, removeItem } from './acts/items.ts'
import { join } from './acts/join.ts'
import { choose, offer } from './acts/offer.ts'
import { order, withdrawOrder } from './acts/order.ts'
import { decide, submit, withdraw } from './acts/review.ts'
import { watch } from './acts/watch.ts'
import { listCourses, showCourse } from './views/library.ts'
import { listMenu, openCourse } from './views/menu.ts'
import { listDue, listMine } from './views/mine.ts'
import { showUsage, listAchievements } from './views/usage.ts'

export const routes: Routes['courses'] = {
  list: listCourses,
  show: showCourse,
  create,
  change,
  addItem,
  setChecks,
  removeItem,
  arrange,
  submit,
  decide,
  withdraw,
  menu: listMenu,
  open: openCourse,
  watch,
  beat,
  join,
  confirm,
  honour,
  air,
  achievements: listAchievements,
  order,
  withdrawOrder,
  usage: showUsage,
  due: listDue,
  choose,
  offer,
  mine: listMine,
}
