import { buffer } from 'node:stream/consumers'
import { array, assert, asyncProperty, constantFrom, oneof, string, tuple } from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { fileOf, readRows } from '../../testing/workbooks.ts'
import type { Cell } from './column.ts'
import { writeCsv } from './write-csv.ts'
import { writeXlsx } from './write-xlsx.ts'

const columns = [
  { heading: '姓名', width: 6 },
  { heading: '公民身份证号', width: 18 },
]

async function* heapOf(...rows: (readonly Cell[])[]) {
  yield rows
}

async function readBack(content: Uint8Array) {
  return (await readRows(await fileOf(content))).map(({ cells }) => cells)
}

test('a workbook gives back every text as it was, whatever it looks like', async () => {
  const anyText = string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  const trap = constantFrom('=1+1', '+86', '-5', '@a', '_x000D_', 'a&b<c>"d"', '甲\r\n乙', "'甲")
  const cell = oneof(anyText, trap).filter((one) => !/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/u.test(one))

  await assert(
    asyncProperty(array(tuple(cell, cell), { minLength: 1 }), async (rows) => {
      const content = await buffer(writeXlsx('名册', columns, heapOf(...rows)))
      expect((await readBack(content)).slice(1)).toStrictEqual(rows)
    }),
    { numRuns: 50 },
  )
})

test('a workbook holds no formula, freezes its header and keeps identifiers as text', async () => {
  const rows = heapOf(['=HYPERLINK("x")', '990000198506150037'], [null, 12.5])
  const parts = unzipSync(await buffer(writeXlsx('党员[1]', columns, rows)))
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())

  expect(sheet).not.toContain('<f>')
  expect(sheet).toContain('state="frozen"')
  expect(sheet).toContain('<c r="B2" s="2" t="inlineStr">')
  expect(sheet).toContain('<c r="B3" s="3"><v>12.5</v></c>')
  expect(strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array())).toContain('name="党员 1 "')
})

test('a text file opens in Chinese and runs nothing', async () => {
  const rows = heapOf(['=1+1', '-5'], ['张,三', 7], ['@a', '\tb'], ["'甲", null])
  const content = (await buffer(writeCsv(columns, rows))).toString()

  expect(content.startsWith('\uFEFF')).toBe(true)
  expect(content.split('\r\n').slice(1, -1)).toStrictEqual([
    "'=1+1,'-5",
    '"张,三",7',
    '\'@a,"\'\tb"',
    "''甲,",
  ])
})

test('a text file read again gives the same texts', async () => {
  const rows = [
    ['=1+1', '990000198506150037'],
    ["'甲", '-5'],
  ]
  const content = await buffer(writeCsv(columns, heapOf(...rows)))

  expect((await readBack(content)).slice(1)).toStrictEqual(rows)
})

async function* heaps() {
  for (let heap = 0; heap < 5; heap += 1)
    yield Array.from({ length: 400 }, (_, at) => [`第${heap * 400 + at}人`, '甲'])
}

test('many heaps become one sheet with running lines', async () => {
  const cells = await readBack(await buffer(writeXlsx('名册', columns, heaps())))

  expect(cells).toHaveLength(2001)
  expect(cells.at(-1)).toStrictEqual(['第1999人', '甲'])
})
