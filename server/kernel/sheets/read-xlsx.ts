import { unreadable } from '../problem.ts'
import { openArchive, refuseBroken } from './archive.ts'
import type { Archive } from './archive.ts'
import type { SheetLimits } from './limits.ts'
import type { SheetRows } from './row.ts'
import { readSharedStrings } from './shared-strings.ts'
import { readStyles } from './styles.ts'
import { readWorkbook } from './workbook.ts'
import type { Workbook } from './workbook.ts'
import { readWorksheet } from './worksheet.ts'
import type { Legend } from './worksheet.ts'

/** The rows of the first worksheet that is shown and holds anything. */
export async function* readXlsx(path: string, limits: SheetLimits): SheetRows {
  const archive = await openArchive(path, limits)
  try {
    const workbook = await readWorkbook(archive)
    const legend = await readLegend(archive, workbook, limits)
    for (const sheet of workbook.sheets) {
      let isEmpty = true
      for await (const rows of readWorksheet(await archive.read(sheet), legend, limits)) {
        isEmpty = false
        yield rows
      }
      if (!isEmpty) return
    }
    throw unreadable('sheets.empty')
  } catch (error) {
    refuseBroken(error)
  } finally {
    archive.close()
  }
}

async function readLegend(
  archive: Archive,
  { strings, styles, from1904 }: Workbook,
  { keptBytes }: SheetLimits,
): Promise<Legend> {
  const streamOf = async (part: string | undefined) =>
    part && archive.has(part) ? archive.read(part, keptBytes) : undefined
  const [ofStrings, ofStyles] = [await streamOf(strings), await streamOf(styles)]
  return {
    strings: ofStrings ? await readSharedStrings(ofStrings) : [],
    styles: ofStyles ? await readStyles(ofStyles) : [],
    from1904,
  }
}
