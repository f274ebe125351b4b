import { policyKinds, policyLevels } from '@zhixing/contract/plan-words.ts'
import { thisDay } from '@zhixing/kit/format/clock.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import { Checkbox, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useOrganization } from '../../app/organization.ts'
import { ActForm } from '../../ui/form/ActForm.tsx'
import type { Policy } from './PoliciesPage.tsx'
import { needed } from '../../ui/form/needed.ts'

type Values = Pick<
  Policy,
  'title' | 'kind' | 'level' | 'number' | 'issuer' | 'issuedOn' | 'from' | 'summary'
> & { until?: string; tasks?: string; isNewEdition?: boolean }

/** A document and its tasks, one a line; a line that stays as it was keeps its plans. */
export function PolicyForm({ policy, close }: { policy?: Policy; close: () => void }) {
  const { organizationId } = useOrganization()
  const [fresh] = useState(newId)
  return (
    <ActForm
      act="policies.keep"
      draft={policy ? '' : `policy:${organizationId}`}
      initial={initialOf(policy)}
      input={({ until, tasks = '', isNewEdition = false, ...values }: Values) => ({
        ...values,
        policyId: policy?.policyId ?? fresh,
        organizationId,
        version: policy?.version ?? null,
        isNewEdition,
        until: until ? until : null,
        tasks: tasksOf(tasks, policy),
      })}
      submit={policy ? '保存' : '收入文件库'}
      done={close}
    >
      <Form.Item name="title" label="标题" rules={needed('写明标题')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="kind" label="种类">
        <Select options={choicesOf(policyKinds)} />
      </Form.Item>
      <Form.Item name="level" label="层级">
        <Select options={choicesOf(policyLevels)} />
      </Form.Item>
      <Form.Item name="number" label="文号">
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="issuer" label="发文机关" rules={needed('写明机关')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="issuedOn" label="印发日期" rules={needed('选一个日期')}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="from" label="从哪天起" rules={needed('选一个日期')}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="until" label="到哪天（长期的不填）">
        <Input type="date" />
      </Form.Item>
      <Form.Item name="summary" label="要点">
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} />
      </Form.Item>
      <Form.Item name="tasks" label="要办的任务，一行一条">
        <Input.TextArea autoSize={{ minRows: 3 }} maxLength={8000} />
      </Form.Item>
      {policy ? (
        <Form.Item name="isNewEdition" valuePropName="checked">
          <Checkbox>这是新的一版，原来的留着</Checkbox>
        </Form.Item>
      ) : null}
    </ActForm>
  )
}

function initialOf(policy: Policy | undefined): Partial<Values> {
  if (!policy)
    return {
      kind: 'plan',
      level: 'county',
      number: '',
      summary: '',
      issuedOn: thisDay(),
      from: thisDay(),
    }
  const { title, kind, level, number, issuer, issuedOn, from, summary, until, tasks } = policy
  const words = { title, kind, level, number, issuer, issuedOn, from, summary }
  return {
    ...words,
    ...(until ? { until } : {}),
    tasks: tasks.map(({ text }) => text).join('\n'),
  }
}

function tasksOf(text: string, policy: Policy | undefined) {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const known = policy?.tasks.find((task) => task.text === line)
      return { id: known?.id ?? newId(), text: line }
    })
}
