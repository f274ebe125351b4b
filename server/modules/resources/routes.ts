import type { Routes } from '../../kernel/wire.ts'
import { block } from './acts/block.ts'
import { change } from './acts/change.ts'
import { found } from './acts/found.ts'
import { keepItem } from './acts/keep-item.ts'
import { order } from './acts/order.ts'
import { retire } from './acts/retire.ts'
import { showCalendar, showFreeTimes } from './views/calendar.ts'
import { listResources } from './views/list.ts'
import { showResource } from './views/show.ts'

export const routes: Routes['resources'] = {
  list: listResources,
  show: showResource,
  found,
  change,
  retire,
  keepItem,
  calendar: showCalendar,
  freeTimes: showFreeTimes,
  order,
  block,
}
