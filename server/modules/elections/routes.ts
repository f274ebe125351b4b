import type { Routes } from '../../kernel/wire.ts'
import { conclude, open } from './acts/hold.ts'
import { approve, keep, withdraw } from './acts/slate.ts'
import { listChoices, listElections } from './views/list.ts'
import { showElection } from './views/show.ts'

export const routes: Routes['elections'] = {
  list: listElections,
  show: showElection,
  choices: listChoices,
  keep,
  approve,
  open,
  conclude,
  withdraw,
}
