import { describe, expect, test } from 'vitest'
import { matcherOf } from './match.ts'
import { columnsOf, dayIn, fenOf, readLines, wayOf } from './statement.ts'

const billLine = (direction: string, state: string, serial: string) => ({
  line: 1,
  cells: ['2026-03-05 08:00:00', '王五', direction, '¥30.00', state, serial, '/'],
})

const person = (memberId: string, name: string, organizationName: string) => ({
  memberId,
  name,
  organizationName,
  idIndex: `index ${memberId}`,
})

test.each([
  ['30', 3000],
  ['¥1,234.5', 123_450],
  ['30.00元', 3000],
  ['0.20', 20],
  ['-5', -500],
  ['30.005', null],
  ['三十', null],
])('an amount %s is %s fen', (text, fen) => {
  expect(fenOf(text)).toBe(fen)
})

test.each([
  ['2026-03-05 10:11:12', '2026-03-05'],
  ['20260305', '2026-03-05'],
  ['2026/3/5', '2026-03-05'],
  ['2026年3月5日', '2026-03-05'],
  ['2026-02-30', null],
  ['合计', null],
])('a day %s is %s', (text, day) => {
  expect(dayIn(text)).toBe(day)
})

test('a line is itself by its serial number, or by all it says and its turn', () => {
  const headings = ['交易日期', '对方户名', '贷方发生额', '附言']
  const cells = ['2026-03-05', '王五', '30', '党费']
  const rows = [1, 2].map((line) => ({ line, cells }))
  const read = readLines(rows, columnsOf(headings), wayOf(headings))
  expect(new Set(read.map(({ identity }) => identity)).size).toBe(2)
  expect(readLines(rows, columnsOf(headings), 'bank')).toEqual(read)
  const wechat = ['交易时间', '交易对方', '收/支', '金额(元)', '当前状态', '交易单号', '备注']
  const some = [
    billLine('收入', '已收钱', '100'),
    billLine('支出', '支付成功', '101'),
    billLine('收入', '已全额退款', '102'),
  ]
  const seen = readLines(some, columnsOf(wechat), wayOf(wechat))
  expect(seen[0]).toMatchObject({
    fen: 3000,
    paidOn: '2026-03-05',
    remark: '',
    identity: 'wechat:100',
  })
  expect(seen.map(({ skip }) => skip !== '')).toEqual([false, true, true])
})

test('a second line with the same serial number is shown and not booked, whatever it says', () => {
  const headings = ['交易日期', '对方户名', '贷方发生额', '附言', '凭证号']
  const rows = ['王五', '李四'].map((name, at) => ({
    line: at + 2,
    cells: ['2026-03-05', name, '30', '党费', '0'],
  }))
  const read = readLines(rows, columnsOf(headings), 'bank')
  expect(read.map(({ skip }) => skip)).toEqual(['', expect.stringContaining('和第 2 行相同')])
})

describe('for whom a line was paid', () => {
  const match = matcherOf([
    person('1', '张三', '东支部'),
    person('2', '张三', '西支部'),
    person('3', '张三丰', '东支部'),
    person('4', '李四', '东支部'),
  ])
  test.each([
    ['by the citizen’s number', { payer: '某人', remark: '', idIndexes: ['index 2'] }, '2'],
    [
      'by a number of nobody here',
      { payer: '李四', remark: '', idIndexes: ['index 9'] },
      undefined,
    ],
    ['by name and branch', { payer: '某人', remark: '西支部张三3月党费', idIndexes: null }, '2'],
    ['not between namesakes', { payer: '张三', remark: '党费', idIndexes: null }, undefined],
    [
      'a longer name is not a shorter one',
      { payer: '某人', remark: '张三丰党费', idIndexes: null },
      '3',
    ],
    ['the payer', { payer: '李四', remark: '', idIndexes: null }, '4'],
    ['a relative pays', { payer: '张三', remark: '代李四交', idIndexes: null }, '4'],
    ['two in one remark', { payer: '', remark: '李四、张三丰', idIndexes: null }, undefined],
    ['nobody', { payer: '某人', remark: '转账', idIndexes: null }, undefined],
  ])('%s', (_, line, memberId) => {
    expect(match(line).person?.memberId).toBe(memberId)
  })
})
