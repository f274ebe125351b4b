import type { ImportField } from '@zhixing/contract'
import { contract } from '@zhixing/contract'
import { and, asc, eq, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { missing } from '../../../kernel/problem.ts'
import type { Vault } from '../../../kernel/vault.ts'
import { view } from '../../../kernel/view.ts'
import { maskIdNumber } from '../../members/index.ts'
import { members } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'
import { isDuplicate, isGood, isLikely, isWrong } from '../store/conditions.ts'
import { rawOf } from '../store/refused.ts'
import { findImport } from '../store/imports.ts'
import type { ImportRecord } from '../store/imports.ts'
import { importRows } from '../table.ts'
import type { ImportChoice } from '../table.ts'

const branch = alias(organizations, 'branch')
const otherBranch = alias(organizations, 'other_branch')

const shown: Readonly<Record<'all' | 'good' | 'wrong' | 'duplicate' | 'kept', SQL>> = {
  all: sql`true`,
  good: isGood,
  wrong: isWrong,
  duplicate: sql`(${isDuplicate} or ${isLikely})`,
  kept: sql`(${importRows.keptBecause} is not null)`,
}

export const listRows = view(contract.imports.rows, async ({ db, reach, vault }, input) => {
  const found = await findImport(db, reach, input)
  if (!found) throw missing('imports.unknown')
  const { record } = found
  const chosen = and(
    eq(importRows.unitId, record.unitId),
    eq(importRows.importId, record.id),
    shown[input.show],
  )
  const rows = await db
    .select({
      row: importRows,
      branchName: branch.name,
      otherName: members.name,
      otherBranchName: otherBranch.name,
    })
    .from(importRows)
    .leftJoin(branch, eq(branch.id, importRows.organizationId))
    .leftJoin(
      members,
      and(eq(members.unitId, importRows.unitId), eq(members.id, importRows.duplicateOf)),
    )
    .leftJoin(otherBranch, eq(otherBranch.id, members.organizationId))
    .where(chosen)
    .orderBy(asc(importRows.line))
    .limit(input.size)
    .offset((input.page - 1) * input.size)
  return {
    total: await db.$count(importRows, chosen),
    rows: rows.map((one) => previewOf(one, record, vault)),
  }
})

type Found = {
  readonly row: typeof importRows.$inferSelect
  readonly branchName: string | null
  readonly otherName: string | null
  readonly otherBranchName: string | null
}

function previewOf(
  { row, branchName, otherName, otherBranchName }: Found,
  record: ImportRecord,
  vault: Pick<Vault, 'open'>,
) {
  const faults = [...(row.faults ?? [])]
  const raw = rawOf(row.rawSealed, vault)
  // What is wrong is shown as it stands in the file, where it was read as something else or as nothing.
  const asWritten = (field: ImportField, otherwise: string) => {
    const at = record.columns.findIndex((column) => column.field === field)
    return faults.some((fault) => fault.field === field) ? (raw[at] ?? otherwise) : otherwise
  }
  const idNumber = row.idNumberSealed === null ? '' : vault.open(row.idNumberSealed)
  return {
    line: row.line,
    name: row.name,
    idNumber: asWritten('idNumber', maskIdNumber(idNumber)),
    sex: row.sex,
    bornOn: asWritten('bornOn', row.bornOn ?? ''),
    stage: row.stage,
    branch: row.branch,
    organizationName: branchName,
    joinedOn: asWritten('joinedOn', row.joinedOn ?? ''),
    faults: row.keptBecause ? [{ field: 'name' as const, message: row.keptBecause }] : faults,
    duplicate:
      row.duplicateOf && row.duplicateHow
        ? {
            how: row.duplicateHow,
            memberId: row.duplicateOf,
            name: otherName ?? '',
            organizationName: otherBranchName ?? '',
          }
        : null,
    outcome: record.choice && record.committedAt ? outcomeOf(row, record.choice) : null,
  }
}

function outcomeOf(
  { line, faults, duplicateHow }: Found['row'],
  { lines, duplicates, likely }: ImportChoice,
): 'added' | 'updated' | 'skipped' {
  if (faults !== null || (lines && !lines.includes(line))) return 'skipped'
  if (duplicateHow === null) return 'added'
  if (duplicateHow === 'samePerson') return likely === 'add' ? 'added' : 'skipped'
  return duplicates === 'overwrite' ? 'updated' : 'skipped'
}
