import type { Routes } from '../../kernel/wire.ts'
import { answer, ask, hide, like } from './acts/asked.ts'
import { joinGroup, makeGroups, report } from './acts/groups.ts'
import { addPoll, closePoll, dropPoll, openPoll, vote } from './acts/polls.ts'
import { showFloor, showLed } from './views/floor.ts'

export const routes: Routes['interaction'] = {
  floor: showFloor,
  led: showLed,
  addPoll,
  openPoll,
  closePoll,
  dropPoll,
  vote,
  ask,
  like,
  answer,
  hide,
  makeGroups,
  joinGroup,
  report,
}
