import type { Routes } from '../../kernel/wire.ts'
import { assignBranch } from './acts/assign-branch.ts'
import { begin } from './acts/begin.ts'
import { commit } from './acts/commit.ts'
import { discard } from './acts/discard.ts'
import { remap } from './acts/remap.ts'
import { undo } from './acts/undo.ts'
import { listSpellings } from './views/branches.ts'
import { listRows } from './views/rows.ts'
import { listImports, showImport } from './views/show.ts'

export const routes: Routes['imports'] = {
  begin,
  show: showImport,
  list: listImports,
  rows: listRows,
  branches: listSpellings,
  remap,
  assignBranch,
  commit,
  undo,
  discard,
}
