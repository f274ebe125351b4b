import type { Answers } from '@zhixing/contract'
import { scaledQuestions } from '@zhixing/contract/study-sheet.ts'
import { observationGrades } from '@zhixing/contract/study-words.ts'

export type Grade = keyof typeof observationGrades
const grades: readonly string[] = Object.keys(observationGrades)

/** What a sheet comes to: the grade as the observer said it, and the marks of four questions out of a hundred. */
export function judged(answers: Answers): { grade: Grade; score: number } {
  const marks = scaledQuestions.map((id) => Number(answers[id] ?? 0))
  const most = scaledQuestions.length * 5
  const score = Math.round((marks.reduce((sum, mark) => sum + mark, 0) / most) * 100)
  return { grade: isGrade(answers.overall) ? answers.overall : 'fair', score }
}

export function adviceOf({ advice }: Answers): string {
  return typeof advice === 'string' ? advice : ''
}

function isGrade(said: unknown): said is Grade {
  return typeof said === 'string' && grades.includes(said)
}
