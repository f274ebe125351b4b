import type { Routes } from '../../kernel/wire.ts'
import { showBranch } from './views/branch.ts'
import { find } from './views/find.ts'
import { showMember } from './views/member.ts'

export const routes: Routes['home'] = { branch: showBranch, member: showMember, find }
