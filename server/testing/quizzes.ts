import { newId } from '../kernel/ids.ts'
import { importQuestions } from '../modules/quizzes/acts/bank.ts'
import { create } from '../modules/quizzes/acts/lay.ts'
import { submit } from '../modules/quizzes/acts/sit.ts'
import { uploadAs } from './uploads.ts'
import type { Organization, Person } from './world.ts'

const heading = '题型,题目,选项A,选项B,选项C,答案,解析,分类,应知应会'

/** A bank as a table: the lines are ours, "正解" is what is right. */
export function bankOf(lines: readonly string[]): Buffer {
  return Buffer.from([heading, ...lines].join('\n'))
}

/** So many questions, the right option always called 正解, so that a test knows it without the key. */
export function plainLines(count: number, category = '党章', isEssential = true): string[] {
  return Array.from(
    { length: count },
    (_, at) =>
      `单选,${category}第${at + 1}问,正解,谬误甲,谬误乙,A,见${category}第${at + 1}条,${category},${isEssential ? '是' : '否'}`,
  )
}

export async function bringBank(person: Person, { id }: Organization, lines: readonly string[]) {
  const fileId = await uploadAs(person, '题库.csv', bankOf(lines))
  return importQuestions(person, { organizationId: id, fileId })
}

type Form = Parameters<typeof create>[1]

export const form: Omit<Form, 'organizationId' | 'quizId'> = {
  title: '党章测验',
  intro: '',
  kind: 'test',
  draws: [{ category: null, isEssential: false, count: 4 }],
  minutes: 10,
  passPercent: 60,
  triesMax: 1,
  retestDays: null,
  opensOn: '2026-06-01',
  closesOn: '2026-06-30',
}

export async function layQuiz(person: Person, { id }: Organization, changes: Partial<Form> = {}) {
  return create(person, { ...form, organizationId: id, quizId: newId(), ...changes })
}

type Paper = {
  readonly unitId: string
  readonly attemptId: string
  readonly questions: readonly {
    readonly id: string
    readonly options: readonly { readonly id: string; readonly text: string }[]
  }[]
}

/** Right to the first so many questions, wrong to all others. */
export function answersTo({ questions }: Paper, right: number): Record<string, string[]> {
  return Object.fromEntries(
    questions.map(({ id, options }, at) => {
      const wanted = options.find(({ text }) => (text === '正解') === at < right)
      return [id, wanted ? [wanted.id] : []]
    }),
  )
}

export async function handIn(person: Person, paper: Paper, right: number) {
  const { unitId, attemptId } = paper
  return submit(person, { unitId, attemptId, answers: answersTo(paper, right) })
}
