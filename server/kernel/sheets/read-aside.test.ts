import { expect, test } from 'vitest'
import { expectRefusal } from '../../testing/expect.ts'
import { fileOf } from '../../testing/workbooks.ts'
import { readSheetAside } from './read-aside.ts'
import { readSheet } from './read-sheet.ts'
import type { SheetRow, SheetRows } from './row.ts'

const signs = '姓名,身份证号,家庭住址'
const lines = Array.from({ length: 30_000 }, (_, at) => `张三${at},99000019850615${at},${signs}`)
const large = lines.join('\n')

async function rowsOf(sheet: SheetRows): Promise<SheetRow[]> {
  const rows: SheetRow[] = []
  for await (const heap of sheet) rows.push(...heap)
  return rows
}

test('a large file comes out the same from a thread of its own', async () => {
  const path = await fileOf(large)

  expect(await rowsOf(readSheetAside(path))).toStrictEqual(await rowsOf(readSheet(path)))
})

test('a refusal in the thread is a refusal here, in the same words', async () => {
  const path = await fileOf(`${large}\n"nobody closes this`)
  await expectRefusal(rowsOf(readSheetAside(path)), 'sheets.quote')
})

test('who stops listening ends the thread', async () => {
  const sheet = readSheetAside(await fileOf(large))
  expect((await sheet.next()).done).toBe(false)
  await sheet.return(undefined)
  expect((await sheet.next()).done).toBe(true)
})
