import type { Routes } from '../../kernel/wire.ts'
import { push } from './acts/push.ts'
import { remind } from './acts/remind.ts'
import { study } from './acts/study.ts'
import { withdraw } from './acts/withdraw.ts'
import { listTopics } from './views/list.ts'
import { listMine } from './views/mine.ts'
import { listPeople, showTopic } from './views/show.ts'
import { listOpenActivities } from './views/taken.ts'

export const routes: Routes['topics'] = {
  push,
  withdraw,
  list: listTopics,
  show: showTopic,
  people: listPeople,
  remind,
  mine: listMine,
  study,
  taken: listOpenActivities,
}
