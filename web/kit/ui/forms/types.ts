import type { Answer, Question } from '@zhixing/contract'

export type FieldProps = {
  question: Question
  value: Answer | undefined
  change: (value: Answer | undefined) => void
}
