import { randomUUID } from 'node:crypto'
import { mkdir, open, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterAll } from 'vitest'
import type { SheetLimits } from '../kernel/sheets/limits.ts'
import { readSheet } from '../kernel/sheets/read-sheet.ts'
import type { SheetRow } from '../kernel/sheets/row.ts'

const folder = join(tmpdir(), `zhixing-sheets-${randomUUID()}`)
afterAll(() => rm(folder, { recursive: true, force: true }))

const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export async function fileOf(content: Uint8Array | string): Promise<string> {
  await mkdir(folder, { recursive: true })
  const path = join(folder, randomUUID())
  await writeFile(path, content)
  return path
}

/** A file that is large without taking room on the disk. */
export async function hollowFileOf(bytes: number): Promise<string> {
  const path = await fileOf('')
  await using file = await open(path, 'r+')
  await file.truncate(bytes)
  return path
}

/** All rows of a file at once. */
export async function readRows(path: string, limits?: SheetLimits): Promise<SheetRow[]> {
  const found: (readonly SheetRow[])[] = []
  for await (const heap of readSheet(path, limits ? { limits } : {})) found.push(heap)
  return found.flat()
}

export type Parts = {
  /** The body of the worksheet: `<row>` after `<row>`. */
  readonly rows: string
  readonly strings?: readonly string[]
  /** The inside of `<styleSheet>`. */
  readonly styles?: string
  readonly more?: Readonly<Record<string, string>>
}

/** A workbook written by hand, so that every oddity of other people's programs can be in it. */
export function workbookOf({ rows, strings = [], styles, more = {} }: Parts): Uint8Array {
  const items = strings.map((text) => (text.startsWith('<') ? text : `<t>${text}</t>`))
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><sheets><sheet name="一" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': `<Relationships>${[
      `<Relationship Id="rId1" Type="${types}/worksheet" Target="worksheets/sheet1.xml"/>`,
      `<Relationship Id="rId2" Type="${types}/sharedStrings" Target="/xl/sharedStrings.xml"/>`,
      `<Relationship Id="rId3" Type="${types}/styles" Target="styles.xml"/>`,
    ].join('')}</Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `<sst>${items.map((item) => `<si>${item}</si>`).join('')}</sst>`,
    ...(styles ? { 'xl/styles.xml': `<styleSheet>${styles}</styleSheet>` } : {}),
    ...more,
  }
  return archiveOf(parts)
}

export function archiveOf(parts: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
  )
}

/** Plain rows of text, as most programs would write them. */
export function tableOf(rows: readonly (readonly string[])[]): Uint8Array {
  return workbookOf({
    rows: rows.map((row) => `<row>${row.map(textCell).join('')}</row>`).join(''),
  })
}

function textCell(text: string): string {
  return `<c t="inlineStr"><is><t>${text}</t></is></c>`
}

/** The start of a compound file, as old workbooks and locked ones have it. */
export function compoundFileOf(stream: string): Uint8Array {
  return Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(1_500_000),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(512),
  ])
}

let gb18030: Map<string, Buffer> | undefined

/** The runtime reads GB18030 but does not write it: the table is turned round. */
export function inGb18030(text: string): Uint8Array {
  gb18030 ??= twoByteSigns()
  return Buffer.concat(Array.from(text, (sign) => gb18030?.get(sign) ?? Buffer.from(sign, 'ascii')))
}

function twoByteSigns(): Map<string, Buffer> {
  const decoder = new TextDecoder('gb18030')
  const found = new Map<string, Buffer>()
  for (let first = 0x81; first <= 0xfe; first += 1)
    for (let second = 0x40; second <= 0xfe; second += 1) {
      const bytes = Buffer.from([first, second])
      const sign = decoder.decode(bytes)
      if (Array.from(sign).length === 1 && sign !== '\uFFFD') found.set(sign, bytes)
    }
  return found
}
