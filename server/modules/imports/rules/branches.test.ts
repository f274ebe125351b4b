import { describe, expect, test } from 'vitest'
import { coreOf, finderOf } from './branches.ts'
import type { BranchEntry } from './branches.ts'

const town = ['中共稻香镇委员会', '中共禾岭县委员会']
const branch = (id: string, name: string, above: readonly string[] = town): BranchEntry => ({
  id,
  name,
  code: `6310${id}`,
  isBranch: true,
  above,
})
const entries: BranchEntry[] = [
  branch('1', '荷塘村党支部'),
  branch('2', '梨花村党支部'),
  branch('3', '机关党支部'),
  branch('4', '机关党支部', ['中共东河镇委员会', '中共禾岭县委员会']),
  { ...branch('5', '中共稻香镇委员会', ['中共禾岭县委员会']), isBranch: false },
]
const finder = finderOf(entries)

const suggest = (spelling: string) => finder.suggest(spelling, 3).map(({ id }) => id)

describe('a branch', () => {
  test.each([
    '荷塘村党支部',
    '荷塘村支部',
    ' 荷塘村 党支部',
    '中共荷塘村支部委员会',
    '中国共产党荷塘村支部委员会',
    '禾岭县稻香镇荷塘村党支部',
    '中共禾岭县稻香镇荷塘村支部委员会',
  ])('written %s is one and the same', (spelling) => {
    expect(finder.find(spelling)).toStrictEqual({ kind: 'found', id: '1' })
  })

  test('of a common name is told apart by its superior, or by its code, or not at all', () => {
    expect(finder.find('机关党支部')).toStrictEqual({ kind: 'many' })
    expect(finder.find('机关党支部', { parent: '东河镇党委' })).toMatchObject({ id: '4' })
    expect(finder.find('稻香镇机关党支部')).toMatchObject({ id: '3' })
    expect(finder.find('机关党支部', { code: '63104' })).toMatchObject({ id: '4' })
  })

  test('is not a committee, and is not guessed', () => {
    expect(finder.find('稻香镇党委')).toStrictEqual({ kind: 'notBranch' })
    expect(finder.find('荷糖村党支部')).toStrictEqual({ kind: 'unknown' })
  })

  test('that is mistyped is suggested, one that is another is not', () => {
    expect(suggest('荷糖村党支部')).toStrictEqual(['1'])
    expect(suggest('荷塘村')).toStrictEqual(['1'])
    expect(suggest('水利局党支部')).toStrictEqual([])
  })

  test('keeps what tells it from others', () => {
    expect(coreOf('中共县水利局总支部委员会')).toBe('县水利局总支')
    expect(coreOf('第一党支部')).not.toBe(coreOf('第二党支部'))
  })
})
