import { unreadable } from '../problem.ts'
import { openArchive, refuseBroken } from './archive.ts'
import type { Archive } from './archive.ts'
import { headingOf } from './header.ts'
import type { SheetLimits } from './limits.ts'
import type { SheetRows } from './row.ts'
import { readSharedStrings } from './shared-strings.ts'
import { readSpans } from './spans.ts'
import { readStyles } from './styles.ts'
import { readWorkbook } from './workbook.ts'
import type { Workbook } from './workbook.ts'
import { readWorksheet } from './worksheet.ts'
import type { Legend } from './worksheet.ts'

/** So many sheets of a workbook are looked into, and so many rows of each. */
const sheetsWithin = 20
const headingWithin = 20

type Wish = { readonly headings: readonly string[]; readonly limits: SheetLimits }

/** The rows of the worksheet that knows most of the headings: the first, of those alike, that is shown and not empty. */
export async function* readXlsx(path: string, { headings, limits }: Wish): SheetRows {
  const archive = await openArchive(path, limits)
  try {
    const workbook = await readWorkbook(archive)
    const legend = await readLegend(archive, workbook, limits)
    const sheet = await chooseSheet(workbook, new Set(headings), async (part) =>
      readWorksheet(await archive.read(part), { ...legend, spans: [] }, limits),
    )
    if (!sheet) throw unreadable('sheets.empty')
    const spans =
      archive.sizeOf(sheet) > limits.spannedBytes ? [] : await readSpans(await archive.read(sheet))
    yield* readWorksheet(await archive.read(sheet), { ...legend, spans }, limits)
  } catch (error) {
    refuseBroken(error)
  } finally {
    archive.close()
  }
}

async function chooseSheet(
  { sheets }: Workbook,
  headings: ReadonlySet<string>,
  open: (part: string) => Promise<SheetRows>,
): Promise<string | undefined> {
  let [best, most] = [undefined as string | undefined, -1]
  for (const part of sheets.slice(0, sheetsWithin)) {
    const known = await knownOf(await open(part), headings)
    if (known > most) [best, most] = [part, known]
    if (headings.size === 0 && best) break
  }
  return best
}

/** How many of the headings the row near the top knows that knows most; -1 for a sheet without a row. */
async function knownOf(source: SheetRows, headings: ReadonlySet<string>): Promise<number> {
  let [most, seen] = [-1, 0]
  try {
    for await (const rows of source) {
      for (const { cells } of rows)
        most = Math.max(most, cells.filter((cell) => headings.has(headingOf(cell))).length)
      seen += rows.length
      if (seen >= headingWithin) break
    }
  } catch {
    // A sheet beside the one that is wanted may be as it likes; the one that is chosen is read again, and refused.
    return Math.max(most, 0)
  }
  return most
}

async function readLegend(
  archive: Archive,
  { strings, styles, from1904 }: Workbook,
  { keptBytes }: SheetLimits,
): Promise<Omit<Legend, 'spans'>> {
  const streamOf = async (part: string | undefined) =>
    part && archive.has(part) ? archive.read(part, keptBytes) : undefined
  const [ofStrings, ofStyles] = [await streamOf(strings), await streamOf(styles)]
  return {
    strings: ofStrings ? await readSharedStrings(ofStrings) : [],
    styles: ofStyles ? await readStyles(ofStyles) : [],
    from1904,
  }
}
