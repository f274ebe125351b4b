import type { SystemScene } from '../../../kernel/act.ts'
import { writeXlsx } from '../../../kernel/sheets/index.ts'
import type { Vault } from '../../../kernel/vault.ts'
import { keepFile } from '../../files/index.ts'
import type { ImportRecord } from '../store/imports.ts'
import { rawOf, refusedRows } from '../store/refused.ts'
import type { RefusedRow } from '../store/refused.ts'

/** The rows that were not taken in, as they were, with what is wrong beside them: to be mended and imported again. */
export async function keepRefused(
  { tx, now, vault, files }: SystemScene,
  record: ImportRecord,
  choice: NonNullable<ImportRecord['choice']>,
): Promise<string | null> {
  const refused = refusedRows(tx, record, choice)
  const first = await refused.next()
  if (first.done) return null

  async function* cells() {
    yield first.value.map((row: RefusedRow) => cellsOf(row, record, vault))
    for await (const heap of refused) yield heap.map((row) => cellsOf(row, record, vault))
  }
  const columns = [
    ...record.columns.map(({ heading }) => ({ heading, width: 10 })),
    { heading: '未导入原因', width: 30 },
  ]
  const { unitId, path, byId: accountId, id } = record
  const { fileId } = await keepFile(tx, files, {
    unitId,
    path,
    accountId,
    subject: `import:${id}`,
    name: `未导入-${record.fileName.replace(/\.[^.]*$/, '')}.xlsx`,
    content: writeXlsx('未导入', columns, cells()),
    now,
  })
  return fileId
}

function cellsOf(
  { rawSealed, faults, duplicateHow }: RefusedRow,
  { columns }: ImportRecord,
  vault: Vault,
) {
  const raw = rawOf(rawSealed, vault)
  const padded = columns.map((_, at) => raw[at] ?? '')
  return [...padded, becauseOf(faults, duplicateHow)]
}

function becauseOf(faults: RefusedRow['faults'], duplicateHow: RefusedRow['duplicateHow']): string {
  if (faults) return faults.map(({ message }) => message).join('；')
  if (duplicateHow === 'sameId') return '名册里已有这个身份证号，按选择跳过'
  return duplicateHow === 'samePerson' ? '名册里已有同名同生日的党员，按选择跳过' : '没有选中'
}
