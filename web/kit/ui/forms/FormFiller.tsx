import type { Answer, Answers, FormDefinition } from '@zhixing/contract'
import { complaintsOf, visibleAnswers, visibleQuestions } from '@zhixing/contract/form-logic.ts'
import { useState, type ReactNode } from 'react'
import { dropAnswers, readAnswers, writeAnswers } from './draft.ts'
import styles from './Forms.module.css'
import { QuestionField } from './QuestionField.tsx'

type Props = {
  definition: FormDefinition
  /** Under which name this device keeps what was answered so far; empty to keep nothing. */
  draft: string
  /** What was answered before, to be corrected; a draft on this device comes first. */
  initial?: Answers
  submit: string
  /** Gets only what is asked. The draft is dropped when it succeeds, and not before. */
  send: (answers: Answers) => Promise<unknown>
  children?: ReactNode
}

const none: Answers = {}

/** A form to be filled in, on the phone and in the console, in large type as well. */
export function FormFiller({ definition, draft, initial = none, submit, send, children }: Props) {
  const [answers, setAnswers] = useState<Answers>(() => ({ ...initial, ...readAnswers(draft) }))
  const [isTried, setIsTried] = useState(false)
  const [isSending, setIsSending] = useState(false)
  const [problem, setProblem] = useState('')
  const complaints = isTried ? complaintsOf(definition, visibleAnswers(definition, answers)) : []
  const change = (id: string, value: Answer | undefined) => {
    const { [id]: _, ...rest } = answers
    const next = value === undefined ? rest : { ...rest, [id]: value }
    setAnswers(next)
    writeAnswers(draft, next)
  }
  const finish = () => {
    const sent = visibleAnswers(definition, answers)
    const [first] = complaintsOf(definition, sent)
    setIsTried(true)
    setProblem('')
    if (first) return showQuestion(first.questionId)
    setIsSending(true)
    send(sent)
      .then(() => dropAnswers(draft))
      .catch((error: unknown) => setProblem(error instanceof Error ? error.message : String(error)))
      .finally(() => setIsSending(false))
  }
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        finish()
      }}
    >
      {definition.intro ? <p className={styles.intro}>{definition.intro}</p> : null}
      {visibleQuestions(definition, answers).map((question, at) => (
        <QuestionField
          key={question.id}
          number={at + 1}
          question={question}
          value={answers[question.id]}
          change={(value) => change(question.id, value)}
          complaint={complaints.find(({ questionId }) => questionId === question.id)?.message ?? ''}
        />
      ))}
      {children}
      <p className={styles.problem} role="alert">
        {problem || (complaints.length > 0 ? `还有 ${complaints.length} 道题要补上或改正` : '')}
      </p>
      <button type="submit" className={styles.submit} disabled={isSending}>
        {isSending ? '正在提交…' : submit}
      </button>
    </form>
  )
}

function showQuestion(id: string) {
  const field = document.querySelector(`#${CSS.escape(`question-${id}`)}`)
  field?.scrollIntoView({ block: 'center' })
  field?.querySelector<HTMLElement>('input, textarea, select, button')?.focus()
}
