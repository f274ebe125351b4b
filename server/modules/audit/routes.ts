import type { Routes } from '../../kernel/wire.ts'
import { verify } from './acts/verify.ts'
import { showChain } from './views/chain.ts'
import { listCommands } from './views/commands.ts'
import { listTraces } from './views/list.ts'

export const routes: Routes['audit'] = {
  list: listTraces,
  commands: listCommands,
  chain: showChain,
  verify,
}
