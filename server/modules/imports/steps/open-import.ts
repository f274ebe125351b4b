import type { ImportPhase } from '@zhixing/contract'
import type { Scene } from '../../../kernel/act.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { phaseOf, phaseWords } from '../rules/phase.ts'
import { lockImport } from '../store/imports.ts'
import type { ImportKey, ImportRecord } from '../store/imports.ts'

/** The import, held still, if it stands where this act may be done. */
export async function openImport(
  { tx, reach }: Scene,
  key: ImportKey,
  allowed: readonly ImportPhase[],
): Promise<ImportRecord> {
  const found = await lockImport(tx, reach, key)
  if (!found) throw missing('imports.unknown')
  const phase = phaseOf(found.record, found.job ?? undefined)
  if (!allowed.includes(phase)) throw conflict('imports.notChecked', { 状态: phaseWords[phase] })
  return found.record
}
