import { describe, expect, test } from 'vitest'
import { Problem } from '../problem.ts'
import { findHeader, headingOf } from './header.ts'

const known = new Set(['姓名', '性别', '公民身份证号', '是否失联', '失去联系日期'])
const find = (...rows: string[][]) =>
  findHeader(
    rows.map((cells, at) => ({ line: at + 1, cells })),
    (heading) => known.has(heading),
    ['姓名', '公民身份证号'],
  )

describe('the header', () => {
  test('is the first row when nothing stands above it', () => {
    expect(find(['姓名', '性别'], ['张三', '男'])).toStrictEqual({
      rowsAbove: 1,
      line: 1,
      headings: ['姓名', '性别'],
    })
  })

  test('is found below a merged title and a line about units', () => {
    expect(find(['党员名册'], ['单位：县委'], ['姓名', '性别'], ['张三', '男'])).toMatchObject({
      rowsAbove: 3,
      line: 3,
    })
  })

  test('of two rows is read as one', () => {
    const header = find(
      ['姓名', '基本信息', '', '失联'],
      ['', '性别', '公民身份证号', '失去联系日期'],
      ['张三', '男', '', ''],
    )

    expect(header).toMatchObject({
      rowsAbove: 2,
      headings: ['姓名', '性别', '公民身份证号', '失去联系日期'],
    })
  })

  test('of two rows, groups above their headings and plain ones merged downwards, is read as one', () => {
    const grouped = ['姓名', '性别', '失联', '', '公民身份证号']
    const parted = ['', '', '是否失联', '失去联系日期', '']
    const whole = { headings: ['姓名', '性别', '是否失联', '失去联系日期', '公民身份证号'] }
    const data = ['张三', '男', '否', '', '99']
    const filled = ['姓名', '性别', '是否失联', '失去联系日期', '公民身份证号']

    expect(find(grouped, parted, data)).toMatchObject({ ...whole, rowsAbove: 2 })
    expect(find(grouped, filled, data)).toMatchObject({ ...whole, rowsAbove: 2 })
  })

  test('may be written with blanks, stars and full-width signs', () => {
    expect(['＊姓 名', '性\n别：', '4.公民身份证号'].map(headingOf)).toStrictEqual([
      '姓名',
      '性别',
      '公民身份证号',
    ])
  })

  test('is missed when no row looks like one', () => {
    expect(() => find(['张三', '男'], ['李四', '女'])).toThrow(Problem)
  })

  test('is refused when a heading stands twice', () => {
    expect(() => find(['姓名', '性别', '姓名'])).toThrow('sheets.headerRepeated')
  })
})
