import { expect, test } from 'vitest'
import type { Column } from './columns.ts'
import { csvOf } from './download-csv.ts'

type Row = { name: string; hours: string }

const columns: Column<Row>[] = [
  { key: 'name', title: '姓名', width: '6rem', cell: ({ name }) => name, text: ({ name }) => name },
  { key: 'strip', title: '学时条', width: '1fr', cell: ({ hours }) => hours },
  {
    key: 'gap',
    title: '差',
    width: '6rem',
    cell: ({ hours }) => hours,
    text: ({ hours }) => hours,
  },
]

test.each([
  ['what has a text, and no pictures', { name: '张三', hours: '27.5' }, '张三,27.5'],
  [
    'commas and quotes as parts of a cell',
    { name: '张"三", 李四', hours: '1' },
    '"张""三"", 李四",1',
  ],
  ['a formula as the text it is', { name: '=1+1', hours: '-3' }, "'=1+1,-3"],
  ['a phone number with a sign as text', { name: '@张三', hours: '+8' }, "'@张三,+8"],
])('writes %s', (_, row, line) => {
  expect(csvOf(columns, [row])).toBe(`姓名,差\r\n${line}`)
})
