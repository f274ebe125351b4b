import { expect, test } from 'vitest'
import { isFooter } from './footer.ts'

test.each([
  [['合计', '', '12人'], true],
  [['', '合 计', '12'], true],
  [['填表人：某某', '', '审核人：某某'], true],
  [['共 12 人'], true],
  [['注：以上人员均已核对'], true],
  [['说明', '张白杨', '990000198506150038'], false],
  [['1', '张白杨', '男'], false],
  [['共青', '女'], false],
  [[''], false],
])('%j: %s', (cells, is) => {
  expect(isFooter(cells)).toBe(is)
})
