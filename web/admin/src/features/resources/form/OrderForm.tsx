import { momentAt, thisDay, timeOf } from '@zhixing/kit/format/clock.ts'
import { addDays } from '@zhixing/kit/format/day.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { App, Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useOrganization } from '../../../app/organization.ts'
import { ActForm } from '../../../ui/form/ActForm.tsx'
import type { Resource } from '../ResourceView.tsx'
import styles from '../Resources.module.css'

type Values = {
  itemId?: string
  from: string
  until: string
  title: string
  persons: number
  quantity: number
  note?: string
}

/** For the organization where the reader stands; what is still free that day is shown above. */
export function OrderForm({ resource, done }: { resource: Resource; done: () => void }) {
  const { unitId, resourceId, menu, count } = resource
  const { organizationId } = useOrganization()
  const { message } = App.useApp()
  const [bookingId] = useState(newId)
  const [day, setDay] = useState(() => addDays(thisDay(), 3))
  const items = menu.filter(({ isOffered }) => isOffered)
  return (
    <ActForm
      act="resources.order"
      draft=""
      initial={{ from: '09:00', until: '11:00', persons: 20, quantity: 1 }}
      input={({ from, until, itemId, note, ...words }: Values) => ({
        ...words,
        unitId,
        resourceId,
        bookingId,
        organizationId,
        itemId: itemId ?? null,
        note: note ?? '',
        span: { from: momentAt(day, from), until: momentAt(day, until) },
      })}
      submit="下单"
      done={() => {
        void message.success('已下单，时间已为您保留，等对方答复')
        done()
      }}
      cancel={done}
    >
      {items.length > 0 ? (
        <Form.Item name="itemId" label="点哪一项">
          <Select
            allowClear
            options={items.map(({ itemId, title }) => ({ value: itemId, label: title }))}
          />
        </Form.Item>
      ) : null}
      <Form.Item label="哪天" extra={<Free unitId={unitId} resourceId={resourceId} day={day} />}>
        <Input
          aria-label="哪天"
          type="date"
          value={day}
          min={thisDay()}
          onChange={({ target }) => setDay(target.value || thisDay())}
        />
      </Form.Item>
      <Words count={count} />
    </ActForm>
  )
}

function Words({ count }: { count: number }) {
  return (
    <>
      <div className={styles.pair}>
        <Form.Item name="from" label="从">
          <Input type="time" />
        </Form.Item>
        <Form.Item name="until" label="到">
          <Input type="time" />
        </Form.Item>
      </div>
      <Form.Item name="title" label="用来做什么" rules={[{ required: true, message: '请填写' }]}>
        <Input maxLength={200} placeholder="主题党日" />
      </Form.Item>
      <Form.Item name="persons" label="多少人">
        <InputNumber min={1} max={100_000} precision={0} />
      </Form.Item>
      <Form.Item name="quantity" label="要几份" hidden={count === 1}>
        <InputNumber min={1} max={count} precision={0} />
      </Form.Item>
      <Form.Item name="note" label="说明">
        <Input maxLength={200} />
      </Form.Item>
    </>
  )
}

function Free({ day, ...key }: { unitId: string; resourceId: string; day: string }) {
  const { data } = useAnswer('resources.freeTimes', { ...key, from: day, until: day })
  if (!data) return null
  if (data.spans.length === 0) return '这一天没有空闲时间'
  return `空闲：${data.spans.map(({ from, until }) => `${timeOf(from)}—${timeOf(until)}`).join('、')}`
}
