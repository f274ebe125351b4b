import { contactWays, lossCauses, stayEnds } from '@zhixing/contract/floating-words.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { Form, Input, Select } from 'antd'
import { useState } from 'react'
import { ActForm } from '../../../ui/form/ActForm.tsx'
import { today } from '../../members/member/today.ts'
import { MemberSelect } from '../../organizations/forms/MemberSelect.tsx'
import { HostSelect } from '../HostSelect.tsx'
import { ChoiceItem, DayItem, TextItem } from '../fields.tsx'
import type { FormProps } from './FloatingPanel.tsx'

const { self: _, ...ways } = contactWays

type ContactValues = { on: string; way: keyof typeof ways; isReached: boolean; note: string }

export function ContactForm({ shown: { unitId, memberId }, close }: FormProps) {
  const [formId] = useState(newId)
  return (
    <ActForm
      act="floating.contact"
      draft={`contact:${memberId}`}
      initial={{ on: today(), way: 'phone', isReached: true, note: '' }}
      input={(values: ContactValues) => ({ unitId, memberId, formId, ...values })}
      submit="记下"
      done={close}
      cancel={close}
    >
      <DayItem name="on" label="日期" />
      <ChoiceItem name="way" label="方式" words={ways} />
      <Form.Item name="isReached" label="结果">
        <Select
          options={[
            { value: true, label: '联系上了' },
            { value: false, label: '没有联系上' },
          ]}
        />
      </Form.Item>
      <TextItem name="note" label="谈了什么" />
    </ActForm>
  )
}

export function AssignForm({ shown: { unitId, memberId, organizationId }, close }: FormProps) {
  return (
    <ActForm
      act="floating.assign"
      draft=""
      initial={{}}
      input={({ contactPersonId }: { contactPersonId: string }) => ({
        unitId,
        memberIds: [memberId],
        contactPersonId,
      })}
      submit="指定"
      done={close}
      cancel={close}
    >
      <Form.Item
        name="contactPersonId"
        label="联系人"
        rules={[{ required: true, message: '请选择联系人' }]}
      >
        <MemberSelect organizationId={organizationId} />
      </Form.Item>
    </ActForm>
  )
}

export function HostForm({ shown: { unitId, memberId }, close }: FormProps) {
  return (
    <ActForm
      act="floating.reportFor"
      draft=""
      initial={{ note: '' }}
      input={(values: { hostId: string; note: string }) => ({ unitId, memberId, ...values })}
      submit="报到"
      done={close}
      cancel={close}
    >
      <p>流入地党支部在“报到接收”里确认后，两边都能看到。</p>
      <Form.Item
        name="hostId"
        label="流入地党支部"
        rules={[{ required: true, message: '请选择党支部' }]}
      >
        <HostSelect />
      </Form.Item>
      <TextItem name="note" label="说明" />
    </ActForm>
  )
}

type LoseValues = { since: string; cause: keyof typeof lossCauses; note: string }

export function LoseForm({ shown: { unitId, memberId }, close }: FormProps) {
  return (
    <ActForm
      act="floating.lose"
      draft={`lose:${memberId}`}
      initial={{ since: today(), note: '' }}
      input={(values: LoseValues) => ({ unitId, memberId, ...values })}
      submit="登记失联"
      done={close}
      cancel={close}
    >
      <p>失联时钟从这一天起算，满期后依条例研究停止党籍；期间每次查找都要记下。</p>
      <DayItem name="since" label="失去联系日期" />
      <ChoiceItem name="cause" label="情形" words={lossCauses} />
      <Form.Item name="note" label="说明">
        <Input.TextArea maxLength={500} rows={3} />
      </Form.Item>
    </ActForm>
  )
}

type EndValues = { on: string; because: keyof typeof stayEnds }

export function EndForm({ shown: { unitId, memberId, version }, close }: FormProps) {
  return (
    <ActForm
      act="floating.end"
      draft=""
      initial={{ on: today(), because: 'returned' }}
      input={(values: EndValues) => ({ unitId, memberId, version, ...values })}
      submit="结束外出"
      done={close}
      cancel={close}
    >
      <DayItem name="on" label="日期" />
      <ChoiceItem name="because" label="原因" words={stayEnds} />
    </ActForm>
  )
}
