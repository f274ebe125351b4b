import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import type { Scene } from '../../../kernel/act.ts'
import { conflict } from '../../../kernel/problem.ts'
import { readSheet } from '../../../kernel/sheets/index.ts'
import { readFile } from '../../files/index.ts'
import { linesOfRows, linesOfText, matchLines } from '../rules/names.ts'
import type { NameLine } from '../rules/names.ts'
import { attendanceOf } from '../steps/find-entry.ts'
import { openRecord, placeOf, subjectOf } from '../steps/open-record.ts'
import { readRecord } from '../steps/read-record.ts'
import { requireSoon } from '../steps/require-soon.ts'
import { setAttendances } from '../store/attendances.ts'
import { findIdNumberIndexes } from '../store/people.ts'

const linesMax = 2000

/** Whoever the list names was there. Lines that mean nobody on the roll, or more than one, are told back. */
export const markByFile = act(
  contract.activities.markByFile,
  async ({ tx, now, actor, reach, vault, files }, { fileId, text, ...key }) => {
    const held = await openRecord(tx, reach, key)
    await requireSoon(tx, held, now)
    const { roll, inTimeUntil } = await readRecord(tx, held, now)
    const lines = fileId ? await readLines({ tx, files, actor }, fileId) : linesOfText(text)
    if (lines.length === 0) throw conflict('activities.namesMissing')

    const indexOf = await findIdNumberIndexes(tx, roll)
    const { memberIds, faults } = matchLines(
      lines.map((line) => ({
        ...line,
        indexes: line.idNumber ? vault.indexes(line.idNumber) : [],
      })),
      roll.map((entry) => ({ ...entry, idNumberIndex: indexOf.get(entry.memberId) ?? null })),
    )
    const named = roll.filter(({ memberId }) => memberIds.includes(memberId))
    const coming = named.filter((entry) => entry.mark !== 'present')
    const said = { mark: 'present', way: 'file', note: '', byId: actor.personId } as const
    const rows = coming.map((entry) => attendanceOf(held, entry, { ...said, at: now, inTimeUntil }))
    await setAttendances(tx, rows)

    return {
      value: { marked: coming.length, known: named.length - coming.length, faults: [...faults] },
      place: placeOf(held),
      change:
        rows.length > 0
          ? {
              subject: subjectOf(held),
              after: { mark: 'present', memberIds: coming.map(({ memberId }) => memberId) },
            }
          : 'none',
    }
  },
)

async function readLines(
  { tx, files, actor }: Pick<Scene, 'tx' | 'files' | 'actor'>,
  fileId: string,
): Promise<NameLine[]> {
  const key = { unitId: actor.unitId, fileId, accountId: actor.accountId }
  const { path } = await readFile(tx, files, key)
  const rows: { line: number; cells: readonly string[] }[] = []
  for await (const heap of readSheet(path)) {
    rows.push(...heap)
    if (rows.length > linesMax) throw conflict('activities.namesMany', { 上限: linesMax })
  }
  return linesOfRows(rows)
}
