import { posix } from 'node:path'
import { unreadable } from '../problem.ts'
import type { Archive } from './archive.ts'
import { readMarkup } from './markup.ts'
import type { Attributes } from './markup.ts'

export type Workbook = {
  /** The worksheets that are not hidden, in their order, as names of parts. */
  readonly sheets: readonly string[]
  readonly strings: string | undefined
  readonly styles: string | undefined
  /** Days are counted from 1904 in books that began their life on an old Macintosh. */
  readonly from1904: boolean
}

/** A table of contents is small, whatever the book. */
const contentsBytes = 16 * 1024 * 1024

type Relation = { readonly type: string; readonly target: string }

/** The table of contents: where in the archive the sheets, the shared strings and the styles are. */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  const main = await findMain(archive)
  const relations = await readRelations(archive, main)
  const partOf = (kind: string) =>
    [...relations.values()].find(({ type }) => type.endsWith(`/${kind}`))?.target

  const book = { sheets: [] as string[], from1904: false }
  await readMarkup(await archive.read(main, contentsBytes), {
    open: (name, attributes) => {
      if (name === 'workbookPr') book.from1904 = isTrue(attributes.date1904)
      const sheet = name === 'sheet' ? relations.get(relationOf(attributes)) : undefined
      const isShown = (attributes.state ?? 'visible') === 'visible'
      if (sheet?.type.endsWith('/worksheet') && isShown) book.sheets.push(sheet.target)
    },
  })
  return { ...book, strings: partOf('sharedStrings'), styles: partOf('styles') }
}

async function findMain(archive: Archive): Promise<string> {
  if (archive.has('xl/workbook.xml')) return 'xl/workbook.xml'
  if (archive.has('xl/workbook.bin')) throw unreadable('sheets.binaryFormat')
  if (archive.has('word/document.xml')) throw unreadable('sheets.notSheet', { 实际: 'Word 文档' })
  if (!archive.has('_rels/.rels')) throw unreadable('sheets.notSheet', { 实际: '压缩包' })

  const roots = await readRelations(archive, '')
  const main = [...roots.values()].find(({ type }) => type.endsWith('/officeDocument'))?.target
  if (!main || !archive.has(main)) throw unreadable('sheets.notSheet', { 实际: '压缩包' })
  return main
}

/** The relations of a part, by id; `target` is a full name in the archive. */
async function readRelations(archive: Archive, part: string): Promise<Map<string, Relation>> {
  const folder = posix.dirname(part)
  const name = posix.join(folder, '_rels', `${posix.basename(part)}.rels`)
  const found = new Map<string, Relation>()
  if (!archive.has(name)) return found

  await readMarkup(await archive.read(name, contentsBytes), {
    open: (tag, { Id = '', Type = '', Target = '' }) => {
      if (tag !== 'Relationship') return
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target)
      found.set(Id, { type: Type, target })
    },
  })
  return found
}

/** The prefix of the namespace is the writer's choice: "r:id" for most. */
function relationOf(attributes: Attributes): string {
  const key = Object.keys(attributes).find((name) => name.endsWith(':id'))
  return (key && attributes[key]) ?? ''
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}
