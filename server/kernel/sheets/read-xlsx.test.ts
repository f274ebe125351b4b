import { describe, expect, test } from 'vitest'
import { archiveOf, fileOf, readRows, tableOf, workbookOf } from '../../testing/workbooks.ts'
import type { Parts } from '../../testing/workbooks.ts'
import { readSheet } from './read-sheet.ts'
import type { SheetRow } from './row.ts'

async function read(content: Uint8Array): Promise<SheetRow[]> {
  return readRows(await fileOf(content))
}

async function firstCells(parts: Parts): Promise<readonly string[] | undefined> {
  return (await read(workbookOf(parts)))[0]?.cells
}

test('identifiers kept as text come out digit by digit', async () => {
  const id = '990000198506150037'

  expect(await read(tableOf([['张三', id]]))).toStrictEqual([{ line: 1, cells: ['张三', id] }])
})

test('an identifier that was typed as a number is handed on, marked as having lost its end', async () => {
  const rows = '<row r="3"><c r="B3"><v>9.9000019850615005E17</v></c></row>'

  expect(await read(workbookOf({ rows }))).toStrictEqual([
    { line: 3, cells: ['', '990000198506150000'], imprecise: [1] },
  ])
})

test.each([
  ['shared', '<c t="s"><v>1</v></c>', '乙'],
  ['shared with runs and a reading', '<c t="s"><v>2</v></c>', '王小明'],
  ['inline', '<c t="inlineStr"><is><r><t>甲</t></r><r><t>子</t></r></is></c>', '甲子'],
  ['the result of a formula', '<c t="str"><f>A1&amp;B1</f><v>丙</v></c>', '丙'],
  ['a truth', '<c t="b"><v>1</v></c>', 'TRUE'],
  ['an error', '<c t="e"><v>#N/A</v></c>', '#N/A'],
  ['an ISO day', '<c t="d"><v>2020-01-31T00:00:00</v></c>', '2020-01-31'],
  ['a whole number', '<c><v>13812345678</v></c>', '13812345678'],
  ['a number with an exponent', '<c><v>1.3812345678E10</v></c>', '13812345678'],
  ['a number with dust', '<c><v>0.30000000000000004</v></c>', '0.3'],
  ['an escaped sign', '<c t="str"><v>甲_x000A_乙</v></c>', '甲\n乙'],
  ['a prefixed name', '<x:c t="s" xmlns:x="x"><x:v>0</x:v></x:c>', '甲'],
])('reads a cell: %s', async (_, written, text) => {
  const named =
    '<r><t>王</t></r><r><t>小明</t></r><rPh sb="0" eb="1"><t>wang</t></rPh><phoneticPr fontId="1"/>'
  const strings = ['甲', '乙', named]

  expect(await firstCells({ rows: `<row>${written}</row>`, strings })).toStrictEqual([text])
})

describe('days', () => {
  const styles = [
    '<numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>',
    '<numFmt numFmtId="177" formatCode="0.00_ ;[Red]\\-0.00"/></numFmts>',
    '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>',
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="22"/>',
    '<xf numFmtId="177"/><xf numFmtId="31"/><xf numFmtId="20"/></cellXfs>',
  ].join('')

  test.each([
    ['no style', '0', '43861', '43861'],
    ['the short day', '1', '43861', '2020-01-31'],
    ['a Chinese day', '2', '43861', '2020-01-31'],
    ['a built-in Chinese day', '5', '43861', '2020-01-31'],
    ['a day with a time', '3', '43861.5', '2020-01-31 12:00:00'],
    ['a decimal with a colour', '4', '43861', '43861'],
    ['a time', '6', '0.25', '06:00:00'],
    ['the last day before the leap day that never was', '1', '59', '1900-02-28'],
    ['the first day after it', '1', '61', '1900-03-01'],
  ])('by style: %s', async (_, style, value, text) => {
    const rows = `<row><c s="${style}"><v>${value}</v></c></row>`

    expect(await firstCells({ rows, styles })).toStrictEqual([text])
  })

  test('counted from 1904 when the book says so', async () => {
    const workbook =
      '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet r:id="rId1"/></sheets></workbook>'
    const rows = '<row><c s="1"><v>42399</v></c></row>'

    expect(await firstCells({ rows, styles, more: { 'xl/workbook.xml': workbook } })).toStrictEqual(
      ['2020-01-31'],
    )
  })
})

test('gaps between cells and rows keep their places and line numbers', async () => {
  const rows = [
    '<row r="2"><c r="B2" t="str"><v>乙</v></c><c r="D2" t="str"><v>丁</v></c></row>',
    '<row r="3"><c r="A3"/></row>',
    '<row r="7"><c t="str"><v>甲</v></c><c/><c t="str"><v>乙</v></c></row>',
  ].join('')

  expect(await read(workbookOf({ rows }))).toStrictEqual([
    { line: 2, cells: ['', '乙', '', '丁'] },
    { line: 7, cells: ['甲', '', '乙'] },
  ])
})

function sheet(id: string, words = ''): string {
  return `<sheet sheetId="1" r:id="${id}"${words}/>`
}

function relation(id: string): string {
  return `<Relationship Id="${id}" Type="t/worksheet" Target="worksheets/${id}.xml"/>`
}

function sheetWith(text: string): string {
  return `<worksheet><sheetData><row><c t="str"><v>${text}</v></c></row></sheetData></worksheet>`
}

test('a hidden sheet and an empty one are passed over', async () => {
  const content = archiveOf({
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${sheet('a', ' state="hidden"')}${sheet('b')}${sheet('c')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${['a', 'b', 'c'].map((id) => relation(id)).join('')}</Relationships>`,
    'xl/worksheets/a.xml': sheetWith('暗'),
    'xl/worksheets/b.xml': '<worksheet><sheetData/></worksheet>',
    'xl/worksheets/c.xml': sheetWith('明'),
  })

  expect(await read(content)).toStrictEqual([{ line: 1, cells: ['明'] }])
})

function row(...cells: string[]): string {
  return `<row>${cells.map((text) => `<c t="str"><v>${text}</v></c>`).join('')}</row>`
}

function cell(at: string, text: string): string {
  return `<c r="${at}" t="str"><v>${text}</v></c>`
}

test('of several sheets the one with the headings is read, wherever it stands', async () => {
  const parts = {
    a: `<worksheet><sheetData>${row('填表说明')}${row('请如实填写姓名')}</sheetData></worksheet>`,
    b: `<worksheet><sheetData>${row('党员名册')}${row('姓 名', '性别')}${row('张三', '男')}</sheetData></worksheet>`,
    c: '<worksheet><sheetData><row><c r="ZZZ1" t="str"><v>远</v></c></row></sheetData></worksheet>',
  }
  const content = archiveOf({
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${sheet('a')}${sheet('b')}${sheet('c')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${['a', 'b', 'c'].map((id) => relation(id)).join('')}</Relationships>`,
    ...Object.fromEntries(
      Object.entries(parts).map(([id, text]) => [`xl/worksheets/${id}.xml`, text]),
    ),
  })
  const path = await fileOf(content)
  const found: SheetRow[] = []
  for await (const rows of readSheet(path, { headings: ['姓名', '性别'] })) found.push(...rows)

  expect(found.map(({ cells }) => cells)).toStrictEqual([
    ['党员名册'],
    ['姓 名', '性别'],
    ['张三', '男'],
  ])
  expect((await read(content))[0]?.cells).toStrictEqual(['填表说明'])
})

test('what was merged downwards stands in every line; a title merged across stands once', async () => {
  const rows = [
    `<row r="1">${cell('A1', '名册')}</row>`,
    `<row r="2">${cell('A2', '东支部')}${cell('B2', '张三')}</row>`,
    `<row r="3"><c r="A3"/>${cell('B3', '李四')}</row>`,
    '<row r="4"><c r="A4"/><c r="B4"/></row>',
    `<row r="5">${cell('B5', '王五')}</row>`,
    `<row r="6">${cell('A6', '西支部')}${cell('B6', '赵六')}</row>`,
    `<row r="7">${cell('B7', '孙七')}</row>`,
  ].join('')
  const merges =
    '<mergeCells count="3"><mergeCell ref="A1:D1"/><mergeCell ref="A6:A6"/><mergeCell ref="A2:A5"/></mergeCells>'
  const worksheet = `<worksheet><sheetData>${rows}</sheetData>${merges}</worksheet>`

  const found = await read(
    workbookOf({ rows: '', more: { 'xl/worksheets/sheet1.xml': worksheet } }),
  )
  expect(found.map(({ line, cells }) => [line, ...cells])).toStrictEqual([
    [1, '名册'],
    [2, '东支部', '张三'],
    [3, '东支部', '李四'],
    [5, '东支部', '王五'],
    [6, '西支部', '赵六'],
    [7, '', '孙七'],
  ])
})
