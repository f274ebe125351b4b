import { thisDay } from '@zhixing/kit/format/clock.ts'
import { addDays } from '@zhixing/kit/format/day.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { App, Form, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { useOrganization } from '../../app/organization.ts'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { MemberSelect } from '../organizations/forms/MemberSelect.tsx'
import type { Title } from './MaterialView.tsx'
import { CopiesField, PlacesSelect, needed } from './fields.tsx'

type Props = { title: Title; done: () => void }

function useKey({ unitId, titleId }: Title) {
  const { organizationId } = useOrganization()
  const [id] = useState(newId)
  return { key: { unitId, titleId, organizationId }, id }
}

type Ordered = { copies: number; supplier: string; price?: number; dueOn: string; note?: string }

export function OrderForm({ title, done }: Props) {
  const { key, id } = useKey(title)
  return (
    <ActForm
      act="materials.order"
      draft=""
      initial={{ price: title.priceCents / 100, dueOn: addDays(thisDay(), 14) }}
      input={({ price, note, ...values }: Ordered) => ({
        ...key,
        ...values,
        orderId: id,
        priceCents: Math.round((price ?? 0) * 100),
        note: note ?? '',
      })}
      submit="订购"
      done={done}
      cancel={done}
    >
      <CopiesField label="订多少册" />
      <Form.Item name="supplier" label="向谁订购" rules={needed('写明供应单位')}>
        <Input maxLength={200} placeholder="例：县新华书店" />
      </Form.Item>
      <Form.Item name="price" label="单价（元）">
        <InputNumber min={0} max={1_000_000} precision={2} />
      </Form.Item>
      <Form.Item name="dueOn" label="应在哪天前到货" rules={needed('选一天')}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="note" label="说明">
        <Input maxLength={200} />
      </Form.Item>
    </ActForm>
  )
}

type Issued = { places?: string[]; people?: string[]; copies: number; note?: string }

/** To organizations and members alike, so many to each; each gives a receipt. */
export function IssueForm({ title, done }: Props) {
  const { key, id } = useKey(title)
  const { message } = App.useApp()
  return (
    <ActForm
      act="materials.issue"
      draft=""
      initial={{ copies: 1 }}
      input={({ places = [], people = [], copies, note }: Issued) => ({
        ...key,
        formId: id,
        note: note ?? '',
        recipients: [
          ...places.map((organizationId) => ({ organizationId, copies })),
          ...people.map((memberId) => ({ memberId, copies })),
        ],
      })}
      submit="发放"
      done={({ issued, copies }) => {
        void message.success(`已发给 ${String(issued)} 家（人）共 ${String(copies)} 册，等签收`)
        done()
      }}
      cancel={done}
    >
      <p>本组织库存 {title.here} 册。</p>
      <Form.Item name="places" label="发给下级组织">
        <PlacesSelect organizationId={key.organizationId} />
      </Form.Item>
      <Form.Item name="people" label="发给党员">
        <MemberSelect many organizationId={key.organizationId} />
      </Form.Item>
      <CopiesField label="每家（人）几册" max={title.here} />
      <Form.Item name="note" label="说明">
        <Input maxLength={200} />
      </Form.Item>
    </ActForm>
  )
}

export function LoseForm({ title, done }: Props) {
  const { key, id } = useKey(title)
  return (
    <ActForm
      act="materials.lose"
      draft=""
      initial={{}}
      input={(values: { copies: number; reason: string }) => ({
        ...key,
        ...values,
        movementId: id,
      })}
      submit="登记遗失损毁"
      done={done}
      cancel={done}
    >
      <CopiesField label="几册" max={title.here} />
      <Form.Item name="reason" label="原因" rules={needed('写明原因')}>
        <Input maxLength={200} />
      </Form.Item>
    </ActForm>
  )
}

type Seen = { on: string; attendance: number; note?: string }

export function ViewingForm({ title, done }: Props) {
  const { key, id } = useKey(title)
  return (
    <ActForm
      act="materials.recordViewing"
      draft=""
      initial={{ on: thisDay() }}
      input={({ note, ...values }: Seen) => ({
        ...key,
        ...values,
        viewingId: id,
        note: note ?? '',
      })}
      submit="登记观看"
      done={done}
      cancel={done}
    >
      <Form.Item name="on" label="哪天看的" rules={needed('选一天')}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="attendance" label="多少人看" rules={needed('写上人数')}>
        <InputNumber min={1} max={100_000} precision={0} />
      </Form.Item>
      <Form.Item name="note" label="说明">
        <Input maxLength={200} placeholder="例：主题党日集中观看" />
      </Form.Item>
    </ActForm>
  )
}
