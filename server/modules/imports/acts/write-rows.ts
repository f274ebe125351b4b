import { systemAct } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { unlessBroken } from '../../../kernel/constraint.ts'
import type { JobTools } from '../../../kernel/jobs.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { sendNotice } from '../../notices/index.ts'
import { writtenColumns } from '../rules/written-columns.ts'
import { keepRefused } from '../steps/keep-refused.ts'
import {
  addMembers,
  countCommitted,
  lastLine,
  markDeparted,
  markNewcomers,
  overwriteMembers,
} from '../store/commit.ts'
import { lockImport, updateImport } from '../store/imports.ts'
import type { ImportKey } from '../store/imports.ts'
import { countRows } from '../store/rows.ts'

type Ask = ImportKey & {
  readonly personId: string
  readonly tools: Pick<JobTools, 'report' | 'settle'>
}

const chunkLines = 10_000

/** Writes the chosen rows, all or none: who cancels finds the roll as it was. */
export const writeRows = systemAct(
  'imports.write',
  async (scene, { tools, personId, ...key }: Ask) => {
    const { tx, now } = scene
    const { report, settle } = tools
    const found = await lockImport(tx, ['/'], key)
    const choice = found?.record.choice
    if (!found || !choice) throw missing('imports.unknown')
    const { record } = found

    await markDeparted(tx, record)
    await markNewcomers(tx, record)
    const last = await lastLine(tx, record)
    let added = 0
    for (let above = 0; above < last; above += chunkLines) {
      await report(Math.min(above, last), last)
      const span = { above, upTo: above + chunkLines }
      added += await unlessBroken(
        addMembers(tx, record, { choice, span }),
        'members_id_number_once',
        conflict('imports.raced'),
      )
    }
    const columns = writtenColumns(record.columns)
    const updated = await overwriteMembers(tx, record, { choice, columns, day: dayOf(now) })
    await countCommitted(tx, record, choice)
    const rows = await countRows(tx, record)
    const counts = { ...rows, added, updated, skipped: rows.total - rows.wrong - added - updated }
    const refusedFileId = await keepRefused(scene, record, choice)
    await report(last, last)

    const ended = { committedAt: now, endedAt: now }
    await updateImport(tx, record, { phase: 'done', counts, refusedFileId, ...ended })
    const place = { unitId: record.unitId, path: record.path }
    await sendNotice(tx, {
      ...place,
      key: `import:${record.id}:done`,
      kind: 'import',
      from: '平台',
      fromId: record.byId,
      title: `名册已导入：新增 ${added} 人，更新 ${updated} 人`,
      body: `${record.fileName} 共 ${rows.total} 行，未导入 ${rows.total - added - updated} 行。`,
      link: `/members/import/${record.unitId}/${record.id}`,
      personIds: [personId],
      now,
    })
    await settle(tx, counts)
    return {
      value: counts,
      place,
      change: { subject: `import:${record.id}`, after: counts },
      by: record.byId,
    }
  },
)
