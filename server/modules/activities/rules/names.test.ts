import { expect, test } from 'vitest'
import { linesOfRows, linesOfText, matchLines } from './names.ts'

const number = '99000019850615003X'

test('a pasted list is read however people write it', () => {
  const lines = linesOfText(`张三、李四\n王 五\n\n${number}\n赵六 ${number.toLowerCase()}`)
  expect(lines.map(({ line, name, idNumber }) => [line, name, idNumber])).toEqual([
    [1, '张三', ''],
    [1, '李四', ''],
    [2, '王五', ''],
    [4, '', number],
    [5, '赵六', number],
  ])
})

function row(line: number, ...cells: string[]) {
  return { line, cells }
}

test('a table is read by its header, and without one by what looks like a name', () => {
  const named = [row(1, '签到表'), row(2, '序号', '姓名', '身份证号'), row(3, '1', '张三', number)]
  expect(linesOfRows(named)).toEqual([{ line: 3, name: '张三', idNumber: number }])
  expect(linesOfRows([row(1, '1', '张三'), row(2, '', '')])).toEqual([
    { line: 1, name: '张三', idNumber: '' },
  ])
})

const candidates = [
  { memberId: '1', name: '张三', idNumberIndex: 'x' },
  { memberId: '2', name: '李四', idNumberIndex: null },
  { memberId: '3', name: '李四', idNumberIndex: 'y' },
]

function meant(name: string, idNumber = '', index?: string) {
  return { line: 1, name, idNumber, indexes: index ? ['earlier', index] : [] }
}

test('each line means one person or is told back with the reason', () => {
  const { memberIds, faults } = matchLines(
    [
      meant('张三'),
      meant('张三', number, 'x'),
      meant('李四'),
      meant('李四', number, 'y'),
      meant('王五'),
      meant('张三', number, 'z'),
    ],
    candidates,
  )
  expect(memberIds).toEqual(['1', '3'])
  expect(faults.map(({ text }) => text)).toEqual(['李四', '王五', '张三 990***********003X'])
  expect(faults[0]?.fault).toContain('2 名同名')
})
