import { contract } from '@zhixing/contract'
import { view } from '../../../kernel/view.ts'
import { tracedCommands } from '../rules/words.ts'

export const listCommands = view(contract.audit.commands, async () => ({ rows: tracedCommands() }))
