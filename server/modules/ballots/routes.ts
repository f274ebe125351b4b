import type { Routes } from '../../kernel/wire.ts'
import { cast, ticket } from './acts/cast.ts'
import { abandon, count } from './acts/count.ts'
import { asked, mine, slip } from './views/mine.ts'
import { listBallots, showBallot } from './views/show.ts'

export const routes: Routes['ballots'] = {
  list: listBallots,
  show: showBallot,
  count,
  abandon,
  mine,
  asked,
  ticket,
  slip,
  cast,
}
