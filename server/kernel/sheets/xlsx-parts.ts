import type { Cell, SheetColumn } from './column.ts'

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const partType = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Indexes of the cell formats in `styles` below. */
const style = { heading: 1, text: 2, number: 3 } as const

const letters = Array.from({ length: 64 }, (_, column) => letterOf(column))

/** All parts of a workbook but its worksheet. */
export function fixedParts(sheetName: string): readonly (readonly [string, string])[] {
  return [
    ['[Content_Types].xml', declaration + contentTypes()],
    ['_rels/.rels', declaration + relations([['officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', declaration + workbook(sheetName)],
    [
      'xl/_rels/workbook.xml.rels',
      declaration +
        relations([
          ['worksheet', 'worksheets/sheet1.xml'],
          ['styles', 'styles.xml'],
        ]),
    ],
    ['xl/styles.xml', declaration + styles()],
  ]
}

/** Up to the first row of data: columns with their widths, the header frozen above the rest. */
export function sheetStart(columns: readonly SheetColumn[]): string {
  const widths = columns.map(
    ({ width }, at) =>
      `<col min="${at + 1}" max="${at + 1}" width="${width * 2 + 2}" customWidth="1"/>`,
  )
  const headings = columns.map(({ heading }, at) =>
    inlineText(`${letterOf(at)}1`, heading, style.heading),
  )
  return [
    `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">`,
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>',
    `</sheetView></sheetViews><sheetFormatPr defaultRowHeight="16"/><cols>${widths.join('')}</cols>`,
    `<sheetData><row r="1">${headings.join('')}</row>`,
  ].join('')
}

/** Rows of data from a line on; empty cells are left out. */
export function sheetRows(rows: readonly (readonly Cell[])[], firstLine: number): string {
  let text = ''
  for (const [at, cells] of rows.entries()) {
    const line = firstLine + at
    text += `<row r="${line}">`
    for (let column = 0; column < cells.length; column += 1)
      text += cellOf(`${letters[column] ?? letterOf(column)}${line}`, cells[column] ?? null)
    text += '</row>'
  }
  return text
}

export function sheetEnd(lastLine: number, columns: number): string {
  return `</sheetData><autoFilter ref="A1:${letterOf(columns - 1)}${lastLine}"/></worksheet>`
}

function cellOf(place: string, cell: Cell): string {
  if (cell === null || cell === '') return ''
  return typeof cell === 'number'
    ? `<c r="${place}" s="${style.number}"><v>${cell}</v></c>`
    : inlineText(place, cell, style.text)
}

/** A text of the text format stays one when somebody edits the cell: no formula, no shortened identifier. */
function inlineText(place: string, text: string, format: number): string {
  const space = /^\s|\s$/.test(text) ? ' xml:space="preserve"' : ''
  return `<c r="${place}" s="${format}" t="inlineStr"><is><t${space}>${escape(text)}</t></is></c>`
}

/** Markup signs, control signs that markup cannot hold, and texts that look like the escape of one. */
function escape(text: string): string {
  return /[&<>"\p{Cc}\uFFFE\uFFFF]|_x[0-9A-Fa-f]{4}_/u.test(text)
    ? text
        .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
        .replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, '')
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll('\r', '_x000D_')
    : text
}

/** Column 27 is "AB". */
function letterOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : letterOf(Math.floor(column / 26) - 1) + last
}

function contentTypes(): string {
  return [
    `<Types xmlns="${packaged}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    override('/xl/workbook.xml', 'sheet.main'),
    override('/xl/worksheets/sheet1.xml', 'worksheet'),
    override('/xl/styles.xml', 'styles'),
    '</Types>',
  ].join('')
}

function override(part: string, kind: string): string {
  return `<Override PartName="${part}" ContentType="${partType}.${kind}+xml"/>`
}

function relations(targets: readonly (readonly [string, string])[]): string {
  const each = targets.map(
    ([kind, target], at) =>
      `<Relationship Id="rId${at + 1}" Type="${office}/${kind}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="${packaged}/relationships">${each.join('')}</Relationships>`
}

function workbook(sheetName: string): string {
  const name = escape(sheetName.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31))
  return `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`
}

function styles(): string {
  return [
    `<styleSheet xmlns="${main}">`,
    `<fonts count="2">${font('')}${font('<b/>')}</fonts>`,
    `<fills count="2">${fill('none')}${fill('gray125')}</fills>`,
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    '<cellXfs count="4">',
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
    '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyNumberFormat="1"/>',
    // `quotePrefix` is the quotation mark people type in front of a text, without the mark.
    '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" quotePrefix="1"/>',
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
    '</cellXfs></styleSheet>',
  ].join('')
}

function font(words: string): string {
  return `<font>${words}<sz val="11"/><name val="等线"/><family val="2"/></font>`
}

function fill(pattern: string): string {
  return `<fill><patternFill patternType="${pattern}"/></fill>`
}
