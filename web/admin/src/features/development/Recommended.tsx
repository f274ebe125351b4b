import { thisDay } from '@zhixing/kit/format/clock.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { needed } from '../../ui/form/needed.ts'
import styles from './Development.module.css'
import { keyOf, type Shown } from './shown.ts'

type Props = { shown: Shown; close: () => void }
const numbers = { min: 0, max: 10_000, precision: 0 }

/** Who has recommended somebody, and what the selection came to. */
export function Recommended({ shown: { recommended, next } }: { shown: Shown }) {
  const { isAsked, sources, selection } = recommended
  const isNow = next?.step === 'talk' || next?.step === 'activist'
  const isThere = selection !== null || sources.some(({ text }) => text !== null)
  if (!isThere && !(isAsked && isNow)) return null
  return (
    <section className={styles.part}>
      <h2>推荐和择优</h2>
      <ul>
        {sources.map(({ name, text }) => (
          <li key={name}>{text ?? `${name}：还没有登记`}</li>
        ))}
        <li>择优票决：{selection ?? '还没有登记'}</li>
      </ul>
    </section>
  )
}

type Recommendation = {
  source: string
  on: string
  people: number
  inFavour: number
  text?: string
}

export function RecommendForm({ shown, close }: Props) {
  const silent = shown.recommended.sources.find(({ text }) => text === null)
  const [formId] = useState(newId)
  return (
    <ActForm
      act="development.recommend"
      draft=""
      initial={{ on: thisDay(), ...(silent ? { source: silent.name } : {}) }}
      input={(values: Recommendation) => ({ ...keyOf(shown), ...values, formId })}
      submit="登记推荐"
      done={close}
      cancel={close}
    >
      <Form.Item name="source" label="哪一方推荐" rules={needed('选推荐方')}>
        <Select
          options={shown.recommended.sources.map(({ name }) => ({ value: name, label: name }))}
        />
      </Form.Item>
      <Form.Item name="on" label="推荐日期" rules={needed('选日期')}>
        <Input type="date" max={thisDay()} />
      </Form.Item>
      <Form.Item name="people" label="参加推荐（人）" rules={needed('填人数')}>
        <InputNumber {...numbers} />
      </Form.Item>
      <Form.Item name="inFavour" label="赞成（人）" rules={needed('填人数')}>
        <InputNumber {...numbers} />
      </Form.Item>
      <Form.Item name="text" label="说明">
        <Input maxLength={200} />
      </Form.Item>
    </ActForm>
  )
}

type Ballot = Record<'entitled' | 'present' | 'inFavour' | 'against' | 'abstained', number> & {
  on: string
}
const fields = {
  entitled: '应到会有表决权的',
  present: '实到',
  inFavour: '赞成',
  against: '反对',
  abstained: '弃权',
} as const

export function SelectForm({ shown, close }: Props) {
  const [formId] = useState(newId)
  return (
    <ActForm
      act="development.select"
      draft=""
      initial={{ on: thisDay(), against: 0, abstained: 0 }}
      input={(values: Ballot) => ({ ...keyOf(shown), ...values, formId })}
      submit="登记票决"
      done={close}
      cancel={close}
    >
      <p>实到和赞成都要超过应到会有表决权人数的半数。</p>
      <Form.Item name="on" label="票决日期" rules={needed('选日期')}>
        <Input type="date" max={thisDay()} />
      </Form.Item>
      {Object.entries(fields).map(([key, label]) => (
        <Form.Item key={key} name={key} label={`${label}（人）`} rules={needed('填人数')}>
          <InputNumber {...numbers} />
        </Form.Item>
      ))}
    </ActForm>
  )
}
