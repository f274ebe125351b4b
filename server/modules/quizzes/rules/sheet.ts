import { questionKinds } from '@zhixing/contract/quiz-words.ts'
import { refuseQuestion } from './question.ts'
import type { Written } from './question.ts'

type Row = { readonly line: number; readonly cells: readonly string[] }
type Fault = { readonly line: number; readonly message: string }
type Read = {
  readonly missing?: string
  readonly questions: readonly (Written & { readonly line: number })[]
  readonly faults: readonly Fault[]
}

const letters = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H']
const kinds = ['single', 'multiple', 'judge'] as const
const needed = ['题型', '题目', '答案', '分类']
const right = new Set(['对', '正确', '√', '是', 'A', 'T', 'TRUE'])
const wrong = new Set(['错', '错误', '×', '否', 'B', 'F', 'FALSE'])

/** A bank as people keep it in a table: a heading, then a question a line. Every line that is wrong says what is. */
export function readBank(rows: readonly Row[]): Read {
  const at = rows.findIndex(({ cells }) => cells.some((cell) => bare(cell) === '题目'))
  const heading = at < 0 ? [] : (rows[at]?.cells ?? []).map(bare)
  const absent = needed.find((name) => !heading.includes(name))
  if (absent) return { missing: absent, questions: [], faults: [] }

  const questions: (Written & { line: number })[] = []
  const faults: Fault[] = []
  for (const { line, cells } of rows.slice(at + 1)) {
    const of = (name: string) => (cells[heading.indexOf(name)] ?? '').trim()
    if (cells.every((cell) => cell.trim() === '')) continue
    const read = readLine(of)
    if (typeof read === 'string') faults.push({ line, message: read })
    else questions.push({ ...read, line })
  }
  return { questions, faults }
}

function bare(cell: string): string {
  return cell.replaceAll(/[\s*＊]/g, '').toUpperCase()
}

function readLine(of: (name: string) => string): Written | string {
  const kind = kindOf(of('题型'))
  if (!kind) return `题型“${of('题型')}”不认识，应为单选、多选或判断`
  if (of('题目').length < 2) return '没有写题目'
  if (of('分类') === '') return '没有写分类'
  const text = of('题目')
  const more = {
    explanation: of('解析'),
    category: of('分类'),
    isEssential: right.has(of('应知应会').toUpperCase()),
  }
  if (kind === 'judge') return judged(text, of('答案'), more)

  const options = letters
    .map((id) => ({ id, text: of(`选项${id}`) }))
    .filter(({ text: written }) => written !== '')
  if (options.length < 2) return '至少要有两个选项'
  const keys = [
    ...new Set(
      of('答案')
        .toUpperCase()
        .replaceAll(/[^A-Z]/g, ''),
    ),
  ]
  if (keys.length === 0) return `答案“${of('答案')}”读不出来，应为选项的字母`
  const question = { kind, text, options, keys, ...more }
  const refusal = refuseQuestion(question)
  return refusal ? sentenceOf(refusal) : question
}

type More = Pick<Written, 'explanation' | 'category' | 'isEssential'>

function judged(text: string, answer: string, more: More): Written | string {
  const said = answer.toUpperCase()
  if (!right.has(said) && !wrong.has(said)) return `答案“${answer}”读不出来，应为对或错`
  const options = [
    { id: 'A', text: '正确' },
    { id: 'B', text: '错误' },
  ]
  return { kind: 'judge', text, options, keys: [right.has(said) ? 'A' : 'B'], ...more }
}

function kindOf(said: string): Written['kind'] | undefined {
  const word = said.replace(/题$/, '').replace('选择', '选')
  return kinds.find((kind) => questionKinds[kind] === word)
}

function sentenceOf({ reason, words }: NonNullable<ReturnType<typeof refuseQuestion>>): string {
  if (reason === 'quizzes.sameOption') return `选项“${words['选项']}”写了两次`
  if (reason === 'quizzes.keys') return `答案“${words['答案']}”不在选项里`
  return reason === 'quizzes.multiple' ? '多选题至少有两个正确答案' : '单选题只能有一个正确答案'
}
