import type { Answer, Question } from '@zhixing/contract'
import type { ReactNode } from 'react'
import { Choices, Matrix, Ranking, Scale } from './Choices.tsx'
import styles from './Forms.module.css'
import type { FieldProps } from './types.ts'

type Props = FieldProps & { number: number; complaint: string }

/** One question with its number, what is asked, the way to answer, and what is wrong with the answer. */
export function QuestionField({ number, question, value, change, complaint }: Props) {
  const { id, title, hint, isRequired, kind } = question
  const Field = fields[kind]
  return (
    <fieldset
      id={`question-${id}`}
      className={complaint ? styles.wrong : styles.question}
      aria-invalid={complaint !== ''}
    >
      <legend>
        {number}. {title}
        <small>
          {isRequired ? '必答' : '选答'}
          {hint ? ` · ${hint}` : ''}
        </small>
      </legend>
      <Field question={question} value={value} change={change} />
      <p className={styles.problem} role="alert">
        {complaint}
      </p>
    </fieldset>
  )
}

const fields: Readonly<Record<Question['kind'], (props: FieldProps) => ReactNode>> = {
  single: Choices,
  multiple: Choices,
  scale: Scale,
  matrix: Matrix,
  ranking: Ranking,
  text: Written,
  number: Figure,
  date: Day,
}

function Written({ question: { title, max }, value, change }: FieldProps) {
  const text = wordsOf(value)
  const length = Array.from(text).length
  const limit = max ?? 2000
  return (
    <>
      <textarea
        rows={3}
        aria-label={title}
        value={text}
        onChange={({ target }) => change(target.value === '' ? undefined : target.value)}
      />
      {length > limit - 100 ? (
        <small>
          {length} / {limit} 字
        </small>
      ) : null}
    </>
  )
}

function Figure({ question: { title }, value, change }: FieldProps) {
  return (
    <input
      type="number"
      inputMode="decimal"
      aria-label={title}
      value={wordsOf(value)}
      onChange={({ target }) => change(target.value === '' ? undefined : Number(target.value))}
    />
  )
}

function Day({ question: { title }, value, change }: FieldProps) {
  return (
    <input
      type="date"
      aria-label={title}
      value={wordsOf(value)}
      onChange={({ target }) => change(target.value === '' ? undefined : target.value)}
    />
  )
}

function wordsOf(value: Answer | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
