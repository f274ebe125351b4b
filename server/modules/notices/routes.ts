import type { Routes } from '../../kernel/wire.ts'
import { read } from './acts/read.ts'
import { remind } from './acts/remind.ts'
import { send } from './acts/send.ts'
import { listInbox } from './views/inbox.ts'
import { listReceipts } from './views/receipts.ts'
import { listSent } from './views/sent.ts'

export const routes: Routes['notices'] = {
  list: listInbox,
  read,
  send,
  remind,
  sent: listSent,
  receipts: listReceipts,
}
