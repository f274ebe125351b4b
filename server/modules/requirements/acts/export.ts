import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import type { Db } from '../../../kernel/db.ts'
import { conflict } from '../../../kernel/problem.ts'
import { writeCsv, writeXlsx } from '../../../kernel/sheets/index.ts'
import { keepFile } from '../../files/index.ts'
import type { Frame } from '../catalogue/frame.ts'
import { findStands, tally } from '../catalogue/look.ts'
import type { Filter } from '../catalogue/look.ts'
import type { Requirement } from '../catalogue/declare.ts'
import { progressOf } from '../catalogue/progress.ts'
import { sceneAt } from '../catalogue/scene.ts'
import { exportCells, exportColumns } from '../rules/export.ts'

const heap = 1000

/** The rows of the board as a workbook; who took them away, how many, and what for, stays in the trace. */
export const exportBoard = act(contract.requirements.export, async (scene, asked) => {
  const { tx, now, reach, actor, files } = scene
  const { frame, requirement, head, place } = await sceneAt({ db: tx, now, reach }, asked)
  const { text, standing, cohort, format, reason } = asked
  const filter = { text, standing, cohort }
  const { people, counts } = await tally(tx, { requirement, frame, filter })
  const rows = people + counts.excused
  if (rows === 0) throw conflict('requirements.noRows')

  const title = `${head.organizationName}${head.requirement.name}${frame.year}年${frame.day}`
  const columns = exportColumns(requirement.measure)
  const cells = heaps(tx, { requirement, frame, filter })
  const content =
    format === 'csv' ? writeCsv(columns, cells) : writeXlsx('学习进度', columns, cells)
  const name = `${title}.${format}`
  // Hangs on nothing: only who asked for it can fetch it.
  const file = { unitId: actor.unitId, subject: '', path: place.path, accountId: actor.accountId }
  const { fileId } = await keepFile(tx, files, { ...file, name, content, now })
  return {
    value: { unitId: actor.unitId, fileId, name, rows },
    place,
    change: {
      subject: `organization:${asked.organizationId}`,
      after: { requirement: requirement.key, year: frame.year, filter, rows, reason, fileId },
    },
  }
})

type Look = {
  readonly requirement: Requirement
  readonly frame: Frame
  readonly filter: Filter
}

async function* heaps(tx: Db, look: Look) {
  for (let page = 1; ; page += 1) {
    const stands = await findStands(tx, look, { sort: 'gap', page, size: heap })
    if (stands.length > 0) yield (await progressOf(tx, look.frame, stands)).map(exportCells)
    if (stands.length < heap) return
  }
}
