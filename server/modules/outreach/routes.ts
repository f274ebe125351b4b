import type { Routes } from '../../kernel/wire.ts'
import { capture } from './acts/capture.ts'
import { confirm, settle } from './acts/confirm.ts'
import { endPack, keepPack } from './acts/packs.ts'
import { arrange, endRound, markPacked, planRound } from './acts/rounds.ts'
import { coverage, listDue } from './views/due.ts'
import { myDeliveries } from './views/mine.ts'
import { listPacks } from './views/packs.ts'
import { listRounds, myRounds, showRound } from './views/rounds.ts'

export const routes: Routes['outreach'] = {
  due: listDue,
  coverage,
  packs: listPacks,
  keepPack,
  endPack,
  rounds: listRounds,
  round: showRound,
  planRound,
  arrange,
  markPacked,
  endRound,
  settle,
  myRounds,
  capture,
  confirm,
  mine: myDeliveries,
}
