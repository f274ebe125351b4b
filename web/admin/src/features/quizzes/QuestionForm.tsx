import { questionKinds } from '@zhixing/contract/quiz-words.ts'
import { useAct } from '@zhixing/kit/use-answer.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import { App, Button, Checkbox, Form, Input, Select } from 'antd'
import { useOrganization } from '../../app/organization.ts'
import { ActForm } from '../../ui/form/ActForm.tsx'
import type { BankQuestion } from './BankPage.tsx'
import styles from './Quizzes.module.css'
import { needed } from '../../ui/form/needed.ts'

type Values = {
  kind: BankQuestion['kind']
  text: string
  lines: string
  keys: string
  explanation?: string
  category: string
  isEssential?: boolean
}

const letters = 'ABCDEFGH'
type Props = { question: BankQuestion | undefined; mayKeep: boolean; close: () => void }

/** One question by hand: options a line each, the right ones by their letters. */
export function QuestionForm({ question, mayKeep, close }: Props) {
  const { organizationId } = useOrganization()
  const { message } = App.useApp()
  if (question && !mayKeep) return <Shown question={question} />
  return (
    <>
      <ActForm
        act="quizzes.saveQuestion"
        draft=""
        initial={question ? valuesOf(question) : { kind: 'single', isEssential: false }}
        input={(values: Values) => ({
          organizationId,
          ...inputOf(values),
          replaces: question ? { unitId: question.unitId, questionId: question.questionId } : null,
        })}
        submit={question ? '改为这样问' : '入库'}
        done={() => {
          void message.success('已入库')
          close()
        }}
        cancel={close}
      >
        <Form.Item name="kind" label="题型">
          <Select options={choicesOf(questionKinds)} />
        </Form.Item>
        <Form.Item name="text" label="题目" rules={needed('写上题目')}>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={1000} />
        </Form.Item>
        <Form.Item
          name="lines"
          label="选项（一行一个，依次为 A、B、C……）"
          rules={needed('写上选项')}
        >
          <Input.TextArea autoSize={{ minRows: 4 }} placeholder={'正确\n错误'} />
        </Form.Item>
        <Form.Item name="keys" label="正确答案（选项字母，多选连写）" rules={needed('写上答案')}>
          <Input maxLength={8} placeholder="如：AC" />
        </Form.Item>
        <Form.Item name="explanation" label="解析">
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={1000} />
        </Form.Item>
        <Form.Item name="category" label="分类" rules={needed('写上分类')}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="isEssential" valuePropName="checked">
          <Checkbox>应知应会</Checkbox>
        </Form.Item>
      </ActForm>
      {question ? <Retire question={question} close={close} /> : null}
    </>
  )
}

function valuesOf({ options, keys, ...question }: BankQuestion): Values {
  const { kind, text, explanation, category, isEssential } = question
  const lines = options.map((option) => option.text).join('\n')
  return { kind, text, lines, keys: keys.join(''), explanation, category, isEssential }
}

function inputOf({ lines, keys, explanation, isEssential, ...values }: Values) {
  const texts = lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const options = texts.map((text, at) => ({ id: letters[at] ?? '?', text }))
  const chosen = [...new Set(keys.toUpperCase().replaceAll(/[^A-Z]/g, ''))]
  return {
    ...values,
    options,
    keys: chosen,
    explanation: explanation ?? '',
    isEssential: isEssential ?? false,
  }
}

function Shown({ question: { text, options, keys, explanation } }: { question: BankQuestion }) {
  return (
    <div className={styles.panel}>
      <p>{text}</p>
      <ul>
        {options.map((option) => (
          <li key={option.id} className={keys.includes(option.id) ? styles.right : undefined}>
            {option.id}. {option.text}
          </li>
        ))}
      </ul>
      <p>{explanation}</p>
    </div>
  )
}

function Retire({ question, close }: { question: BankQuestion; close: () => void }) {
  const { mutate, isPending } = useAct('quizzes.retireQuestion')
  const { unitId, questionId } = question
  return (
    <Button
      danger
      loading={isPending}
      onClick={() => mutate({ unitId, questionId }, { onSuccess: close })}
    >
      停用这道题
    </Button>
  )
}
