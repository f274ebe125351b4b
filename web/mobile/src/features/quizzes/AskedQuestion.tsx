import type { EntryOf, Output } from '@zhixing/contract'
import { questionKinds } from '@zhixing/contract/quiz-words.ts'
import styles from './Quiz.module.css'

type Question = Output<EntryOf<'quizzes.start'>>['questions'][number]

type Props = {
  question: Question
  given: readonly string[]
  choose: (id: string, given: string[]) => void
}

/** One question with its options, each as large as a thumb. */
export function AskedQuestion({ question: { id, kind, text, options }, given, choose }: Props) {
  const isMany = kind === 'multiple'
  const toggle = (option: string) => {
    if (!isMany) return choose(id, [option])
    return choose(
      id,
      given.includes(option) ? given.filter((one) => one !== option) : [...given, option],
    )
  }
  return (
    <fieldset className={styles.question}>
      <legend>
        <small>{questionKinds[kind]}</small>
        <h1>{text}</h1>
      </legend>
      {options.map((option) => (
        <label key={option.id} className={styles.option}>
          <input
            type={isMany ? 'checkbox' : 'radio'}
            name={id}
            checked={given.includes(option.id)}
            onChange={() => toggle(option.id)}
          />
          {option.text}
        </label>
      ))}
    </fieldset>
  )
}
