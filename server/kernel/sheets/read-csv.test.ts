import { expect, test } from 'vitest'
import { expectRefusal } from '../../testing/expect.ts'
import { fileOf, readRows, inGb18030 } from '../../testing/workbooks.ts'
import { sheetLimits } from './limits.ts'
import { delimiterOf } from './read-csv.ts'
import type { SheetRow } from './row.ts'

async function read(content: Uint8Array | string): Promise<SheetRow[]> {
  return readRows(await fileOf(content))
}

const text = '姓名,公民身份证号\r\n张三,990000198506150037\r\n'
const rows = [
  { line: 1, cells: ['姓名', '公民身份证号'] },
  { line: 2, cells: ['张三', '990000198506150037'] },
]

test.each([
  ['UTF-8', text],
  ['UTF-8 with its mark', `\uFEFF${text}`],
  ['GB18030', inGb18030(text)],
  ['UTF-16 with its mark', Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ['tabs', text.replaceAll(',', '\t')],
  ['semicolons', text.replaceAll(',', ';')],
  ['no line end at the end', text.trimEnd()],
  ['line feeds only', text.replaceAll('\r\n', '\n')],
])('reads a text file: %s', async (_, content) => {
  expect(await read(content)).toStrictEqual(rows)
})

test('keeps commas and line breaks inside quotes, and counts lines as people see them', async () => {
  const content = '姓名,住址\n张三,"东街,1号\n2室"\n\n李四,西街\n'

  expect(await read(content)).toStrictEqual([
    { line: 1, cells: ['姓名', '住址'] },
    { line: 3, cells: ['张三', '东街,1号\n2室'] },
    { line: 5, cells: ['李四', '西街'] },
  ])
})

test('undoes what people do to keep a text a text, and marks what has lost its end', async () => {
  const content = '="0123",\'990000198506150037,9.90000198506E+17\n'

  expect(await read(content)).toStrictEqual([
    { line: 1, cells: ['0123', '990000198506150037', '9.90000198506E+17'], imprecise: [2] },
  ])
})

test('refuses a quote that never ends, bytes of no encoding, and too many rows', async () => {
  await expectRefusal(read('姓名\n"张三\n李四\n'), 'sheets.quote')
  await expectRefusal(read(Buffer.from([0x41, 0x2c, 0x81, 0xff, 0x0a])), 'sheets.encoding')
  const path = await fileOf('甲\n乙\n丙\n丁\n')
  const few = { ...sheetLimits, rows: 2 }
  await expectRefusal(readRows(path, few), 'sheets.tooManyRows')
})

test('finds the sign between columns outside of quotes', () => {
  expect(delimiterOf('a;"1,2,3";c\nd;e;f')).toBe(';')
  expect(delimiterOf('姓名')).toBe(',')
})
