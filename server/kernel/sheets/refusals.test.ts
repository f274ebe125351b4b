import { describe, expect, test } from 'vitest'
import { expectRefusal } from '../../testing/expect.ts'
import {
  archiveOf,
  compoundFileOf,
  fileOf,
  hollowFileOf,
  tableOf,
  workbookOf,
} from '../../testing/workbooks.ts'
import { sheetLimits } from './limits.ts'
import type { SheetLimits } from './limits.ts'
import { readSheet } from './read-sheet.ts'

async function drain(path: string, limits: SheetLimits = sheetLimits): Promise<number> {
  let count = 0
  for await (const rows of readSheet(path, { limits })) count += rows.length
  return count
}

async function drainContent(content: Uint8Array | string, limits?: SheetLimits) {
  return drain(await fileOf(content), limits)
}

const plain = tableOf([['姓名'], ['张三']])

describe('what is no table is refused by its content', () => {
  test.each([
    ['an old binary workbook', compoundFileOf('Workbook'), 'sheets.oldFormat'],
    ['a workbook with a password', compoundFileOf('EncryptedPackage'), 'sheets.locked'],
    ['a binary workbook', archiveOf({ 'xl/workbook.bin': 'x' }), 'sheets.binaryFormat'],
    ['a Word document', archiveOf({ 'word/document.xml': '<d/>' }), 'sheets.notSheet'],
    ['any archive', archiveOf({ 'a.txt': 'a' }), 'sheets.notSheet'],
    ['a PDF', Buffer.from('%PDF-1.7 …'), 'sheets.notSheet'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000', 'hex'), 'sheets.notSheet'],
    ['bytes of any kind', Buffer.from([7, 0, 1, 0, 2, 0, 255, 254]), 'sheets.notSheet'],
    ['a web page called .xls', '\n<html><table><tr><td>姓名', 'sheets.webPage'],
    ['an empty file', '', 'sheets.empty'],
    ['an empty workbook', workbookOf({ rows: '' }), 'sheets.empty'],
  ] as const)('%s', async (_, content, reason) => {
    await expectRefusal(drainContent(content), reason)
  })
})

describe('what is damaged is refused', () => {
  test.each([0.3, 0.6, 0.95])('a workbook cut off at %d of its length', async (share) => {
    const cut = plain.slice(0, Math.floor(plain.length * share))

    await expectRefusal(drainContent(cut), 'sheets.broken')
  })

  test.each([
    [
      'markup that ends in the middle',
      { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row>' },
    ],
    ['markup that is none', { 'xl/worksheets/sheet1.xml': 'hello' }],
    ['an entity nobody declared', { 'xl/worksheets/sheet1.xml': '<worksheet>&x;</worksheet>' }],
  ])('%s', async (_, more) => {
    await expectRefusal(drainContent(workbookOf({ rows: '', more })), 'sheets.broken')
  })

  test('a sheet that the book names but does not hold', async () => {
    const content = archiveOf({
      'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet r:id="a"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="a" Type="t/worksheet" Target="a.xml"/></Relationships>',
    })

    await expectRefusal(drainContent(content), 'sheets.broken')
  })
})

describe('what is too much is refused before it is taken in', () => {
  test('a file of 300 MB', async () => {
    await expectRefusal(drain(await hollowFileOf(300 * 1024 * 1024)), 'sheets.tooLarge')
  })

  test('a million rows, at the first row too many', async () => {
    const row = '<row><c><v>1</v></c></row>'
    const content = workbookOf({ rows: row.repeat(1_000_000) })
    const started = performance.now()

    // By its share of repetition it would pass for a bomb: here the rows are what is asked about.
    await expectRefusal(
      drainContent(content, { ...sheetLimits, ratio: 10_000 }),
      'sheets.tooManyRows',
    )
    expect(performance.now() - started).toBeLessThan(8_000)
  }, 20_000)

  test('a part that grows a thousandfold', async () => {
    const content = workbookOf({ rows: ' '.repeat(64 * 1024 * 1024) })

    expect(content.length).toBeLessThan(1024 * 1024)
    await expectRefusal(drainContent(content), 'sheets.tooDense')
  })

  test('a part that hides how much it grows', async () => {
    const content = Buffer.from(workbookOf({ rows: `<!--${' '.repeat(1_000_000)}-->` }))
    forgeSize(content, 'xl/worksheets/sheet1.xml', 1000)

    await expectRefusal(drainContent(content), 'sheets.broken')
  })

  test('thousands of parts', async () => {
    const parts = Object.fromEntries(Array.from({ length: 2001 }, (_, at) => [`p${at}`, 'x']))

    await expectRefusal(drainContent(archiveOf(parts)), 'sheets.tooDense')
  })

  test('entities that multiply', async () => {
    const bomb = [
      '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>',
      '<worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>',
    ].join('')
    const more = { 'xl/worksheets/sheet1.xml': bomb }

    await expectRefusal(drainContent(workbookOf({ rows: '', more })), 'sheets.forbiddenMarkup')
  })

  test('a row of thousands of columns, and a cell of thousands of signs', async () => {
    const wide = workbookOf({ rows: '<row r="1"><c r="XFD1"><v>1</v></c></row>' })
    const long = tableOf([['字'.repeat(32_768)]])

    await expectRefusal(drainContent(wide), 'sheets.tooManyColumns')
    await expectRefusal(drainContent(long), 'sheets.longCell')
  })
})

/** Writes another uncompressed size over what the archive's list says of a part. */
function forgeSize(archive: Buffer, name: string, bytes: number): void {
  const at = archive.lastIndexOf(name) - 46
  expect(archive.subarray(at, at + 4).toString('hex')).toBe('504b0102')
  archive.writeUInt32LE(bytes, at + 24)
}
