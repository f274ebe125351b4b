import { entries } from '@zhixing/contract'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { fieldSentence } from './field-sentence.ts'

const cases: readonly [z.ZodType, unknown, string][] = [
  [z.string(), undefined, '没有填写'],
  [z.string(), null, '没有填写'],
  [z.string().min(1), '', '没有填写'],
  [z.string().min(2), '会', '至少 2 个字'],
  [z.string().max(3), '一二三四', '最多 3 个字'],
  [z.string().length(6), '12345', '应当是 6 个字'],
  [z.string(), 7, '要填文字'],
  [z.number(), '七', '要填数字'],
  [z.number(), Number.NaN, '要填数字'],
  [z.int(), 1.5, '要填整数'],
  [z.int(), 1e20, '数字太大'],
  [z.int(), -1e20, '数字太小'],
  [z.int().max(600), 601, '不能超过 600'],
  [z.int().min(1), 0, '不能小于 1'],
  [z.number().gt(0), 0, '要大于 0'],
  [z.number().lt(5), 5, '要小于 5'],
  [z.number().multipleOf(30), 31, '要是 30 的整数倍'],
  [z.boolean(), 'yes', '只能选“是”或“否”'],
  [z.array(z.string()), undefined, '没有填写'],
  [z.array(z.string()), 'x', '格式不对'],
  [z.array(z.string()).min(1), [], '至少要有 1 项'],
  [z.array(z.string()).max(1), ['一', '二'], '最多 1 项'],
  [z.enum(['a', 'b']), 'c', '选项不在可选范围内，请重新选择'],
  [z.enum(['a', 'b']), undefined, '没有选择'],
  [z.literal('a'), 'c', '选项不在可选范围内，请重新选择'],
  [z.union([z.int(), z.null()]), 'x', '格式不对'],
  [z.union([z.int(), z.string()]), undefined, '没有选择'],
  [z.string().regex(/^\d{4}$/), 'x', '格式不对'],
  [z.iso.date(), '2026-02-30', '日期不对，应当像 2026-06-01 这样'],
  [z.iso.datetime(), 'noon', '时间不对，请重新选择'],
  [z.uuid(), 'x', '所选内容无法识别，请重新选择'],
  [z.url(), 'x', '网址不对'],
  [z.strictObject({}), { extra: 1 }, '多出了不需要的内容'],
  [z.record(z.enum(['a']), z.int()), { b: 1 }, '没有填写'],
  // What the contract itself says of a field is not talked over.
  [z.string().regex(/^\d{6}$/, '应为六位数字'), 'x', '应为六位数字'],
]

test.for(cases)('a field is refused in plain words: case %#', ([shape, value, sentence]) => {
  const { error } = shape.safeParse(value, { error: fieldSentence })
  expect(error?.issues[0]?.message).toBe(sentence)
})

test('whatever is left out of any form of the contract, no word of the code is shown', () => {
  const sentences = entries.flatMap(({ input }) =>
    (input.safeParse({}, { error: fieldSentence }).error?.issues ?? []).map((one) => one.message),
  )
  const ours = ['没有填写', '没有选择', '链接要以 http:// 或 https:// 开头']
  expect(new Set(sentences)).toEqual(new Set(ours))
})
