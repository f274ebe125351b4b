import type * as z from 'zod'

type Issue = Parameters<z.core.$ZodErrorMap>[0]
type Of<Code extends Issue['code']> = Extract<Issue, { code: Code }>

/** What is wrong with one field, for whoever fills in the form: no types, no patterns, no names of the code. */
export function fieldSentence(issue: Issue): string {
  if (issue.input === undefined || issue.input === null) return emptySentence(issue)
  const sayIt = sentences[issue.code] as (issue: Issue) => string
  return sayIt(issue)
}

const sentences: { readonly [Code in Issue['code']]: (issue: Of<Code>) => string } = {
  invalid_type: ({ expected }) => typeSentences[expected] ?? '格式不对',
  invalid_value: () => '选项不在可选范围内，请重新选择',
  too_small: leastSentence,
  too_big: mostSentence,
  invalid_format: ({ format }) => formatSentences[format] ?? '格式不对',
  not_multiple_of: ({ divisor }) => `要是 ${divisor} 的整数倍`,
  unrecognized_keys: () => '多出了不需要的内容',
  invalid_union: () => '格式不对',
  invalid_key: () => '格式不对',
  invalid_element: () => '格式不对',
  custom: () => '格式不对',
}

function emptySentence({ code }: Issue): string {
  return code === 'invalid_value' || code === 'invalid_union' ? '没有选择' : '没有填写'
}

const typeSentences: Readonly<Record<string, string>> = {
  string: '要填文字',
  number: '要填数字',
  int: '要填整数',
  boolean: '只能选“是”或“否”',
  date: '日期不对',
}

function leastSentence({ origin, minimum, inclusive, exact }: Of<'too_small'>): string {
  if (inclusive === false) return `要大于 ${minimum}`
  if (minimum === 1 && origin === 'string') return '没有填写'
  if (exact) return exactSentence(origin, minimum)
  if (origin === 'string') return `至少 ${minimum} 个字`
  if (hasItems(origin)) return `至少要有 ${minimum} 项`
  return minimum <= Number.MIN_SAFE_INTEGER ? '数字太小' : `不能小于 ${minimum}`
}

function mostSentence({ origin, maximum, inclusive, exact }: Of<'too_big'>): string {
  if (inclusive === false) return `要小于 ${maximum}`
  if (exact) return exactSentence(origin, maximum)
  if (origin === 'string') return `最多 ${maximum} 个字`
  if (hasItems(origin)) return `最多 ${maximum} 项`
  return maximum >= Number.MAX_SAFE_INTEGER ? '数字太大' : `不能超过 ${maximum}`
}

function exactSentence(origin: string, count: number | bigint): string {
  if (origin === 'string') return `应当是 ${count} 个字`
  return hasItems(origin) ? `应当是 ${count} 项` : `应当是 ${count}`
}

function hasItems(origin: string): boolean {
  return ['array', 'set', 'map'].includes(origin)
}

const formatSentences: Readonly<Record<string, string>> = {
  date: '日期不对，应当像 2026-06-01 这样',
  datetime: '时间不对，请重新选择',
  time: '时间不对，应当像 09:30 这样',
  url: '网址不对',
  email: '邮箱地址不对',
  // Nobody types the mark of a row: whatever was picked is not one any more.
  uuid: '所选内容无法识别，请重新选择',
}
