import type { Audience } from '@zhixing/contract'
import { deliveryModes, headings, trainingTypes } from '@zhixing/contract/plan-words.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { choicesOf, keysOf } from '@zhixing/kit/words.ts'
import { Button, Checkbox, Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { ActForm } from '../../../ui/form/ActForm.tsx'
import styles from '../Plans.module.css'
import { AudienceFields } from './AudienceFields.tsx'
import type { Item, Plan } from './plan.ts'
import { needed } from '../../../ui/form/needed.ts'

type Values = Pick<
  Item,
  | 'title'
  | 'type'
  | 'mode'
  | 'heading'
  | 'from'
  | 'until'
  | 'sessions'
  | 'persons'
  | 'place'
  | 'problemIds'
  | 'effect'
  | 'measure'
  | 'targetShare'
> & {
  audience?: Audience
  hours: number
  goalId?: string
  projectId?: string
  parts?: { title: string; isOnline?: boolean; hours: number }[]
}

const modeChoices = keysOf(deliveryModes).map((value) => ({
  value,
  label: `${deliveryModes[value].name}：${deliveryModes[value].about}`,
}))
/** An item as it is first put down, or changed. */
export function ItemForm({ plan, item, close }: { plan: Plan; item?: Item; close: () => void }) {
  const [fresh] = useState(newId)
  const { unitId, planId } = plan
  return (
    <ActForm
      act="plans.saveItem"
      draft={item ? '' : `plan-item:${planId}`}
      initial={initialOf(plan, item)}
      input={({ hours, goalId, projectId, parts = [], audience = {}, ...values }: Values) => ({
        ...values,
        unitId,
        planId,
        itemId: item?.itemId ?? fresh,
        version: item?.version ?? null,
        audience,
        minutes: Math.round(hours * 60),
        goalId: goalId ?? null,
        projectId: projectId ?? null,
        parts: parts.map((part) => ({
          title: part.title,
          isOnline: part.isOnline ?? false,
          minutes: Math.round(part.hours * 60),
        })),
      })}
      submit={item ? '保存修改' : '列入计划'}
      done={close}
    >
      <Form.Item name="title" label="项目名称" rules={needed('写明名称')}>
        <Input maxLength={100} />
      </Form.Item>
      <Kind />
      <AudienceFields name={['audience']} />
      <Amount />
      <Parts />
      <Purpose plan={plan} />
    </ActForm>
  )
}

function initialOf({ fromYear }: Plan, item: Item | undefined): Partial<Values> {
  if (!item)
    return {
      type: 'political',
      mode: 'lecture',
      heading: 'theory',
      from: `${fromYear}-03-01`,
      until: `${fromYear}-06-30`,
      sessions: 1,
      persons: 0,
      hours: 8,
      place: '',
      problemIds: [],
      effect: '',
      measure: '',
      targetShare: 85,
    }
  const { minutes, goalId, projectId, parts, ...rest } = item
  return {
    ...rest,
    hours: minutes / 60,
    ...(goalId ? { goalId } : {}),
    ...(projectId ? { projectId } : {}),
    parts: parts.map((part) => ({ ...part, hours: part.minutes / 60 })),
  }
}

function Kind() {
  return (
    <>
      <Form.Item name="type" label="类别">
        <Select options={choicesOf(trainingTypes)} />
      </Form.Item>
      <Form.Item name="heading" label="课程主题">
        <Select options={choicesOf(headings)} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
      <Form.Item name="mode" label="授课方式">
        <Select options={modeChoices} />
      </Form.Item>
    </>
  )
}

function Amount() {
  return (
    <>
      <Form.Item name="from" label="从哪天" rules={needed('选一个日期')}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="until" label="到哪天" rules={needed('选一个日期')}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="sessions" label="几期（场）">
        <InputNumber min={1} max={500} />
      </Form.Item>
      <Form.Item name="persons" label="共多少人">
        <InputNumber min={0} max={1_000_000} />
      </Form.Item>
      <Form.Item name="hours" label="每人多少学时">
        <InputNumber min={0} max={1000} step={0.5} />
      </Form.Item>
      <Form.Item name="place" label="地点">
        <Input maxLength={200} />
      </Form.Item>
    </>
  )
}

/** Where it is partly online: the parts have to come to the whole. */
function Parts() {
  return (
    <Form.List name="parts">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <div key={key} className={styles.group}>
              <Form.Item name={[name, 'title']} label="这一部分" rules={needed('写明内容')}>
                <Input maxLength={100} />
              </Form.Item>
              <Form.Item name={[name, 'isOnline']} valuePropName="checked">
                <Checkbox>线上</Checkbox>
              </Form.Item>
              <Form.Item name={[name, 'hours']} label="学时" rules={needed('写明学时')}>
                <InputNumber min={0} max={1000} step={0.5} />
              </Form.Item>
              <Button onClick={() => remove(name)}>去掉</Button>
            </div>
          ))}
          <Button onClick={() => add({ isOnline: true, hours: 1 })}>分线上、线下几部分</Button>
        </>
      )}
    </Form.List>
  )
}

function Purpose({ plan: { goals, problems, projects } }: { plan: Plan }) {
  return (
    <>
      <Form.Item name="goalId" label="要达到的能力目标">
        <Select allowClear options={goals.map(({ id, text }) => ({ value: id, label: text }))} />
      </Form.Item>
      <Form.Item name="problemIds" label="要解决的问题">
        <Select
          mode="multiple"
          options={problems.map(({ id, text }) => ({ value: id, label: text }))}
        />
      </Form.Item>
      <Form.Item name="projectId" label="属于哪项重点工程">
        <Select allowClear options={projects.map(({ id, name }) => ({ value: id, label: name }))} />
      </Form.Item>
      <Form.Item name="effect" label="预期效果">
        <Input maxLength={200} placeholder="如：会组织党员大会" />
      </Form.Item>
      <Form.Item name="measure" label="怎么衡量">
        <Input maxLength={200} placeholder="如：结业模拟考核" />
      </Form.Item>
      <Form.Item name="targetShare" label="到课率目标（%）">
        <InputNumber min={0} max={100} />
      </Form.Item>
    </>
  )
}
