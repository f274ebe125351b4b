import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { Zip, ZipDeflate, strToU8 } from 'fflate'
import { rollHeadings, lineOf } from '../testing/roll-lines.ts'

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const heap = 65_536

/** A roll as spreadsheets save it, every text in the table of shared strings; people are invented. */
export async function writeRoll(path: string, count: number, branches: readonly string[]) {
  const file = createWriteStream(path)
  const zip = new Zip((error, bytes, isLast) => {
    if (error) throw error
    file.write(bytes)
    if (isLast) file.end()
  })
  const strings = new Map<string, number>()
  const relation = (id: number, kind: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${types}/${kind}" Target="${target}"/>`

  addPart(zip, 'xl/workbook.xml', [
    `${declaration}<workbook xmlns="${main}" xmlns:r="${types}"><sheets>`,
    '<sheet name="名册" sheetId="1" r:id="rId1"/></sheets></workbook>',
  ])
  addPart(zip, 'xl/_rels/workbook.xml.rels', [
    `${declaration}<Relationships>`,
    relation(1, 'worksheet', 'worksheets/sheet1.xml'),
    relation(2, 'sharedStrings', 'sharedStrings.xml'),
    '</Relationships>',
  ])
  addPart(zip, 'xl/worksheets/sheet1.xml', sheetOf(count, branches, strings))
  addPart(zip, 'xl/sharedStrings.xml', [
    `${declaration}<sst xmlns="${main}">`,
    ...Array.from(strings.keys(), (text) => `<si><t>${text}</t></si>`),
    '</sst>',
  ])
  zip.end()
  await finished(file)
}

function* sheetOf(count: number, branches: readonly string[], strings: Map<string, number>) {
  yield `${declaration}<worksheet xmlns="${main}"><sheetData>${rowOf(1, rollHeadings, strings)}`
  for (let number = 0; number < count; number += 1)
    yield rowOf(number + 2, lineOf(number, branches[number % branches.length] ?? ''), strings)
  yield '</sheetData></worksheet>'
}

function rowOf(line: number, cells: readonly string[], strings: Map<string, number>): string {
  const texts = cells.map((text, column) => {
    const index = strings.get(text) ?? strings.size
    strings.set(text, index)
    return `<c r="${String.fromCharCode(65 + column)}${line}" s="0" t="s"><v>${index}</v></c>`
  })
  return `<row r="${line}" spans="1:${cells.length}">${texts.join('')}</row>`
}

function addPart(zip: Zip, name: string, pieces: Iterable<string>): void {
  const part = new ZipDeflate(name, { level: 6 })
  zip.add(part)
  let text = ''
  for (const piece of pieces) {
    text += piece
    if (text.length < heap) continue
    part.push(strToU8(text))
    text = ''
  }
  part.push(strToU8(text), true)
}
