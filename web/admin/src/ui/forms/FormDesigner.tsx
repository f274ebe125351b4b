import type { FormDefinition, Question } from '@zhixing/contract'
import { mistakesOf } from '@zhixing/contract/form-logic.ts'
import { Button, Input } from 'antd'
import { FormFiller } from '@zhixing/kit/ui/forms/FormFiller.tsx'
import { useState } from 'react'
import styles from './FormDesigner.module.css'
import { QuestionEditor } from './QuestionEditor.tsx'

type Props = { definition: FormDefinition; change: (definition: FormDefinition) => void }

/** Writes a form; beside it stands what those will see who are to fill it in, with its logic at work. */
export function FormDesigner({ definition, change }: Props) {
  const { title, intro, questions } = definition
  const mistakes = mistakesOf(definition)
  const put = (at: number, question: Question) =>
    change({
      ...definition,
      questions: questions.map((one, place) => (place === at ? question : one)),
    })
  const move = (at: number, by: number) => {
    const next = [...questions]
    const [taken] = next.splice(at, 1)
    if (taken) next.splice(at + by, 0, taken)
    change({ ...definition, questions: next })
  }
  const drop = (at: number) =>
    change({ ...definition, questions: questions.filter((_, place) => place !== at) })
  const add = () => change({ ...definition, questions: [...questions, fresh(questions)] })
  return (
    <div className={styles.designer}>
      <div>
        <div className={styles.field}>
          <span aria-hidden="true">标题</span>
          <Input
            aria-label="问卷标题"
            value={title}
            maxLength={100}
            onChange={({ target }) => change({ ...definition, title: target.value })}
          />
        </div>
        <div className={styles.field}>
          <span aria-hidden="true">卷首语</span>
          <Input.TextArea
            aria-label="卷首语"
            placeholder="卷首语：为什么问，问了做什么"
            autoSize={{ minRows: 2 }}
            maxLength={2000}
            value={intro}
            onChange={({ target }) => change({ ...definition, intro: target.value })}
          />
        </div>
        {questions.map((question, at) => (
          <QuestionEditor
            key={question.id}
            number={at + 1}
            question={question}
            earlier={questions.slice(0, at)}
            mistake={mistakes.find(({ questionId }) => questionId === question.id)?.message ?? ''}
            change={(next) => put(at, next)}
            up={at > 0 ? () => move(at, -1) : undefined}
            drop={() => drop(at)}
          />
        ))}
        <Button onClick={add}>加一道题</Button>
      </div>
      <Preview definition={definition} />
    </div>
  )
}

function Preview({ definition }: { definition: FormDefinition }) {
  const [said, setSaid] = useState('')
  return (
    <section className={styles.preview} aria-label="预览">
      <h2>{definition.title || '没有标题'}</h2>
      <FormFiller
        definition={definition}
        draft=""
        submit="试交一下"
        send={() => Promise.resolve(setSaid('答得对，正式发出后就会收下。'))}
      />
      <p role="status">{said}</p>
    </section>
  )
}

function fresh(questions: readonly Question[]): Question {
  const used = new Set(questions.map(({ id }) => id))
  let number = questions.length + 1
  while (used.has(`q${String(number)}`)) number += 1
  const id = `q${String(number)}`
  const options = ['选项一', '选项二'].map((text, at) => ({ id: `${id}-${String(at + 1)}`, text }))
  const plain = { hint: '', rows: [], min: null, max: null, isRequired: true, showIf: null }
  return { id, kind: 'single', title: '新的题目', options, ...plain, score: null, key: [] }
}
