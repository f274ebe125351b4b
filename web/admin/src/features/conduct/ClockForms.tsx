import { disposalGrounds, disposalKinds } from '@zhixing/contract/conduct-words.ts'
import { addDays } from '@zhixing/kit/format/day.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { keysOf } from '@zhixing/kit/words.ts'
import { App, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useMe } from '../../app/me.ts'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { MemberKeySelect } from '../floating/MemberKeySelect.tsx'
import type { ShownMember } from './MemberClocks.tsx'

type Shown = { shown: ShownMember }
type TalkValues = { plannedOn: string; place: string; talkerName: string; cause: string }

/** Asks them to a talk; the sentence of the clock goes along as the cause. */
export function TalkForm({ shown }: Shown) {
  const { unitId, memberId, name, day, clocks } = shown
  const me = useMe()
  const { message } = App.useApp()
  const cause = clocks
    .filter(({ stage }) => stage !== 'clear')
    .map(({ sentence }) => sentence)
    .join('；')
  return (
    <>
      <h3>约谈{name}</h3>
      <ActForm
        act="talks.open"
        draft=""
        initial={{ plannedOn: addDays(day, 3), place: '党员活动室', talkerName: me.name, cause }}
        input={(values: TalkValues) => ({ ...values, unitId, memberId })}
        submit="约谈并通知本人"
        done={() => void message.success('已约谈，谈后在“谈话提醒”里记录')}
      >
        <Form.Item name="plannedOn" label="哪天谈">
          <Input type="date" min={day} />
        </Form.Item>
        <Form.Item name="place" label="地点" rules={[{ required: true, message: '写明地点' }]}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item
          name="talkerName"
          label="谁来谈"
          rules={[{ required: true, message: '写明谁谈' }]}
        >
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="cause" label="为什么谈" rules={[{ required: true, message: '写明原因' }]}>
          <Input maxLength={200} />
        </Form.Item>
      </ActForm>
    </>
  )
}

export function AssignForm({ shown: { unitId, memberId, day } }: Shown) {
  const [formId, setFormId] = useState(newId)
  const { message } = App.useApp()
  return (
    <>
      <h3>分配一项工作</h3>
      <ActForm
        key={formId}
        act="conduct.assign"
        draft=""
        isSecond
        initial={{ title: '', dueOn: addDays(day, 30) }}
        input={(values: { title: string; dueOn: string }) => ({
          ...values,
          unitId,
          memberId,
          formId,
        })}
        submit="分配并通知本人"
        done={() => {
          setFormId(newId())
          void message.success('已分配，本人在手机上报告完成')
        }}
      >
        <Form.Item name="title" label="做什么" rules={[{ required: true, message: '写明做什么' }]}>
          <Input maxLength={200} placeholder="联系两户困难群众" />
        </Form.Item>
        <Form.Item name="dueOn" label="何时完成">
          <Input type="date" min={day} />
        </Form.Item>
      </ActForm>
    </>
  )
}

type DraftValues = {
  kind: keyof typeof disposalKinds
  ground: keyof typeof disposalGrounds
  facts: string
}

/** Nothing of what is typed stays on this computer: what is said about somebody belongs nowhere else. */
export function DraftForm({ shown: { unitId, memberId, clocks } }: Shown) {
  const facts = clocks
    .filter(({ months }) => months > 0)
    .map(({ sentence }) => sentence)
    .join('；')
  return (
    <>
      <h3>起草处置</h3>
      <ActForm
        act="conduct.draft"
        draft=""
        isSecond
        initial={{ kind: 'correct', ground: 'duty', facts }}
        input={(values: DraftValues) => ({ ...values, unitId, memberId })}
        submit="起草，核实后再提交办理"
        done={() => undefined}
      >
        <CaseFields />
      </ActForm>
    </>
  )
}

/** What kind of case, on what ground, and the facts. */
export function CaseFields() {
  return (
    <>
      <Form.Item name="kind" label="类别">
        <Select
          options={keysOf(disposalKinds).map((value) => ({ value, label: disposalKinds[value] }))}
        />
      </Form.Item>
      <Form.Item name="ground" label="理由">
        <Select
          options={keysOf(disposalGrounds).map((value) => ({
            value,
            label: disposalGrounds[value],
          }))}
        />
      </Form.Item>
      <Form.Item
        name="facts"
        label="事实（加密保存）"
        rules={[{ required: true, message: '写明事实' }]}
      >
        <Input.TextArea autoSize={{ minRows: 3 }} maxLength={5000} />
      </Form.Item>
    </>
  )
}

type NewValues = DraftValues & { member: string }

/** Of anybody on the roll, also who is lost or suspended and whose clocks therefore stand still. */
export function NewCaseForm({
  organizationId,
  done,
}: {
  organizationId: string
  done: (key: { unitId: string; caseId: string }) => void
}) {
  return (
    <ActForm
      act="conduct.draft"
      draft=""
      initial={{ kind: 'suspend', ground: 'lost' }}
      input={({ member, ...values }: NewValues) => {
        const [unitId = '', memberId = ''] = member.split('~')
        return { ...values, unitId, memberId }
      }}
      submit="起草，核实后再提交办理"
      done={done}
    >
      <Form.Item name="member" label="党员" rules={[{ required: true, message: '选一名党员' }]}>
        <MemberKeySelect organizationId={organizationId} />
      </Form.Item>
      <CaseFields />
    </ActForm>
  )
}
