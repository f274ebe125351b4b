import { leadResults, leadSources, leadStates } from '@zhixing/contract/conduct-words.ts'
import { dayOf, timeOf } from '@zhixing/kit/format/clock.ts'
import { addDays } from '@zhixing/kit/format/day.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { keysOf } from '@zhixing/kit/words.ts'
import { Form, Input, Select } from 'antd'
import { useState } from 'react'
import details from '../../ui/Details.module.css'
import { ActForm } from '../../ui/form/ActForm.tsx'
import styles from './Conduct.module.css'
import { useLook } from './use-look.ts'

type Props = { unitId: string; leadId: string; day: string }
type HandleValues = { on: string; text: string; result?: keyof typeof leadResults }

/** What it says, what was done about it, and who read it. */
export function LeadView({ unitId, leadId, day }: Props) {
  const answer = useLook('conduct.lead', { unitId, leadId })
  return (
    <Answered answer={answer}>
      {({ version, content, entries, looks, state, source, receivedOn, dueOn, ...lead }) => (
        <div className={styles.panel}>
          <p>
            {lead.organizationName} · {leadSources[source]} · {leadStates[state]}
          </p>
          <p>
            {receivedOn} 收到，{lead.handlerName}处置，{dueOn} 前办结
          </p>
          <p className={styles.said}>{content}</p>
          <h3>处置经过</h3>
          <ul className={details.log}>
            {entries.map(({ on, text, byName, at }) => (
              <li key={at}>
                {on} {text}
                <small>{byName}</small>
              </li>
            ))}
          </ul>
          {state === 'closed' ? null : (
            <HandleForm key={version} lead={{ unitId, leadId, version, receivedOn }} day={day} />
          )}
          <h3>以前谁看过</h3>
          {looks.length === 0 ? <p className={styles.note}>还没有人看过，这次已经留痕。</p> : null}
          <ul className={details.log}>
            {looks.map(({ byName, at }) => (
              <li key={at}>
                {byName}，{dayOf(at)} {timeOf(at)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Answered>
  )
}

type Handled = { unitId: string; leadId: string; version: number; receivedOn: string }

function HandleForm({ lead, day }: { lead: Handled; day: string }) {
  const { unitId, leadId, version, receivedOn } = lead
  return (
    <ActForm
      act="conduct.handleLead"
      draft=""
      initial={{ on: day }}
      input={({ result, ...values }: HandleValues) => ({
        ...values,
        result: result ?? null,
        unitId,
        leadId,
        version,
      })}
      submit="记入处置"
      done={() => undefined}
    >
      <Form.Item name="on" label="日期">
        <Input type="date" min={receivedOn} max={day} />
      </Form.Item>
      <Form.Item name="text" label="做了什么" rules={[{ required: true, message: '写明情况' }]}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={5000} />
      </Form.Item>
      <Form.Item name="result" label="结果（了结时选）">
        <Select
          allowClear
          options={keysOf(leadResults).map((value) => ({
            value,
            label: leadResults[value],
          }))}
        />
      </Form.Item>
    </ActForm>
  )
}

type NewProps = { organizationId: string; day: string; done: () => void }
type NewValues = {
  source: keyof typeof leadSources
  content: string
  receivedOn: string
  dueOn: string
  handlerName: string
}

export function LeadForm({ organizationId, day, done }: NewProps) {
  const [formId] = useState(newId)
  return (
    <ActForm
      act="conduct.registerLead"
      draft=""
      initial={{ source: 'letter', receivedOn: day, dueOn: addDays(day, 30) }}
      input={(values: NewValues) => ({ ...values, organizationId, formId })}
      submit="登记"
      done={done}
    >
      <Form.Item name="source" label="来源">
        <Select
          options={keysOf(leadSources).map((value) => ({ value, label: leadSources[value] }))}
        />
      </Form.Item>
      <Form.Item
        name="content"
        label="内容（加密保存）"
        rules={[{ required: true, message: '写明内容' }]}
      >
        <Input.TextArea autoSize={{ minRows: 3 }} maxLength={5000} />
      </Form.Item>
      <Form.Item name="receivedOn" label="收到日期">
        <Input type="date" max={day} />
      </Form.Item>
      <Form.Item name="dueOn" label="办结期限">
        <Input type="date" />
      </Form.Item>
      <Form.Item
        name="handlerName"
        label="谁处置"
        rules={[{ required: true, message: '写明谁处置' }]}
      >
        <Input maxLength={100} />
      </Form.Item>
    </ActForm>
  )
}
