import { contract } from '@zhixing/contract'
import { missing } from '../../../kernel/problem.ts'
import { view } from '../../../kernel/view.ts'
import { narrowTo } from '../../organizations/index.ts'
import { findImport, recentImports } from '../store/imports.ts'
import { stateOf } from './state.ts'

const recent = 20

export const showImport = view(contract.imports.show, async ({ db, reach }, key) => {
  const found = await findImport(db, reach, key)
  if (!found) throw missing('imports.unknown')
  return stateOf(found)
})

export const listImports = view(contract.imports.list, async (sight, { organizationId }) => {
  const { reach } = await narrowTo(sight.db, sight.reach, organizationId)
  const rows = await recentImports(sight.db, reach, recent)
  return { rows: rows.map(stateOf) }
})
