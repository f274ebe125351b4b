import { shortcomingSources } from '@zhixing/contract/appraisal-words.ts'
import { thisDay } from '@zhixing/kit/format/clock.ts'
import { addDays } from '@zhixing/kit/format/day.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import { Form, Input, Radio, Select } from 'antd'
import { Section } from '../../ui/Page.tsx'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { needed } from '../../ui/form/needed.ts'
import type { Listed, Shortcoming } from './ShortcomingsPage.tsx'

const usualDays = 60

function optionsOf(people: Listed['people']) {
  return people.map(({ memberId, name }) => ({ value: memberId, label: name }))
}

const searched = { showSearch: true, optionFilterProp: 'label' } as const

type Added = {
  source: keyof typeof shortcomingSources
  text: string
  measure: string
  aboutId?: string
  ownerId: string
  dueOn: string
}

type AddProps = { listed: Listed; organizationId: string; year: number }

export function AddForm({ listed, organizationId, year }: AddProps) {
  const options = optionsOf(listed.people)
  return (
    <Section title="列入一个问题">
      <ActForm
        isSecond
        act="shortcomings.add"
        draft=""
        initial={{ source: 'self' as const, dueOn: addDays(thisDay(), usualDays) }}
        input={({ aboutId, ...values }: Added) => ({
          ...values,
          aboutId: aboutId ?? null,
          organizationId,
          year,
        })}
        submit="列入清单并通知责任人"
        done={() => undefined}
      >
        <Form.Item name="source" label="怎么查摆出来的">
          <Select options={choicesOf(shortcomingSources)} />
        </Form.Item>
        <Form.Item name="aboutId" label="谁的问题（不选就是支部班子的）">
          <Select {...searched} allowClear options={options} />
        </Form.Item>
        <Form.Item name="text" label="什么问题" rules={needed('写明问题')}>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={1000} />
        </Form.Item>
        <Form.Item name="measure" label="怎么改" rules={needed('写明怎么改')}>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={1000} />
        </Form.Item>
        <Form.Item name="ownerId" label="谁来改" rules={needed('选责任人')}>
          <Select {...searched} options={options} />
        </Form.Item>
        <Form.Item name="dueOn" label="哪天改完">
          <Input type="date" min={thisDay()} />
        </Form.Item>
      </ActForm>
    </Section>
  )
}

type Settled = { isSettled: boolean; finding: string; dueOn?: string }

export function SettleForm({ one: { unitId, shortcomingId, version } }: { one: Shortcoming }) {
  return (
    <>
      <h3>验收</h3>
      <ActForm
        act="shortcomings.settle"
        draft=""
        initial={{ isSettled: true }}
        input={({ dueOn, ...values }: Settled) => ({
          ...values,
          unitId,
          shortcomingId,
          version,
          dueOn: dueOn ?? null,
        })}
        submit="记入验收"
        done={() => undefined}
      >
        <Form.Item name="isSettled">
          <Radio.Group
            options={[
              { value: true, label: '改好了，销号' },
              { value: false, label: '没有改好，退回' },
            ]}
          />
        </Form.Item>
        <Form.Item name="finding" label="验收情况" rules={needed('写明验收情况')}>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={1000} />
        </Form.Item>
        <Form.Item name="dueOn" label="退回的，另定哪天改完">
          <Input type="date" min={thisDay()} />
        </Form.Item>
      </ActForm>
    </>
  )
}

type Extended = { dueOn: string; ownerId: string; reason: string }
type ExtendProps = { one: Shortcoming; people: Listed['people'] }

export function ExtendForm({ one, people }: ExtendProps) {
  const { unitId, shortcomingId, version, dueOn, ownerId } = one
  return (
    <>
      <h3>调整期限或责任人</h3>
      <ActForm
        isSecond
        act="shortcomings.extend"
        draft=""
        initial={{ dueOn, ownerId }}
        input={(values: Extended) => ({ ...values, unitId, shortcomingId, version })}
        submit="调整"
        done={() => undefined}
      >
        <Form.Item name="ownerId" label="责任人">
          <Select {...searched} options={optionsOf(people)} />
        </Form.Item>
        <Form.Item name="dueOn" label="期限">
          <Input type="date" min={thisDay()} />
        </Form.Item>
        <Form.Item name="reason" label="原因" rules={needed('写明原因')}>
          <Input maxLength={200} />
        </Form.Item>
      </ActForm>
    </>
  )
}
