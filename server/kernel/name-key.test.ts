import { expect, test } from 'vitest'
import { nameKeyOf } from './name-key.ts'

test.each([
  ['张三', 'zhang san|zs'],
  ['单雄信', 'shan xiong xin|sxx'],
  ['欧阳修', 'ou yang xiu|oyx'],
  ['吕布', 'lv bu|lb'],
  ['古丽·买买提', 'gu li · mai mai ti|gl·mmt'],
])('%s is found by its sound', (name, key) => {
  expect(nameKeyOf(name)).toBe(key)
})
