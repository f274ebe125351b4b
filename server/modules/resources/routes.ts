import type { Routes } from '../../kernel/wire.ts'
import { block } from './acts/block.ts'
import { change } from './acts/change.ts'
import { checkIn } from './acts/check-in.ts'
import { confirm } from './acts/confirm.ts'
import { decide } from './acts/decide.ts'
import { closeFeed, openFeed } from './acts/feeds.ts'
import { addFile, push, removeFile } from './acts/files.ts'
import { found } from './acts/found.ts'
import { keepItem } from './acts/keep-item.ts'
import { order } from './acts/order.ts'
import { rate } from './acts/rate.ts'
import { retire } from './acts/retire.ts'
import { noShow, unblock, withdraw } from './acts/withdraw.ts'
import { showCalendar, showFreeTimes } from './views/calendar.ts'
import { listFeeds } from './views/feeds.ts'
import { showHouse } from './views/house.ts'
import { listResources } from './views/list.ts'
import { planRoute, showNetwork } from './views/network.ts'
import { listOrders } from './views/orders.ts'
import { showResource } from './views/show.ts'
import { showUtilisation } from './views/use.ts'

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
  orders: listOrders,
  decide,
  confirm,
  checkIn,
  rate,
  withdraw,
  noShow,
  unblock,
  utilisation: showUtilisation,
  network: showNetwork,
  route: planRoute,
  house: showHouse,
  addFile,
  removeFile,
  push,
  feeds: listFeeds,
  openFeed,
  closeFeed,
}
