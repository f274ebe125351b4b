import { posts } from '@zhixing/contract/words.ts'
import { Button, Form, Input, InputNumber, Select, Space } from 'antd'
import { today } from '../../../format/day-said.ts'
import { ActForm } from '../../../ui/form/ActForm.tsx'
import styles from '../Organizations.module.css'
import type { FormProps, Holder } from '../types.ts'
import { MemberSelect } from './MemberSelect.tsx'

/** A line of the form: nobody is chosen yet when it is new. */
type Seat = { memberId?: string; post: Holder['post'] }
type Values = { electedOn: string; years: number; holders: Seat[]; reason?: string }

const usual: Seat[] = [{ post: 'secretary' }]

export function ElectForm({ shown, close }: FormProps) {
  const { organization, term, termYears, holders } = shown
  const { id } = organization
  return (
    <ActForm
      act="committees.elect"
      draft={`elect:${id}`}
      initial={{ electedOn: today(), years: termYears, holders: usual }}
      submit="登记换届"
      input={({ reason = '', holders: seats, ...values }: Values) => ({
        ...values,
        organizationId: id,
        holders: seats.map(({ memberId = '', post }) => ({ memberId, post })),
        reason,
      })}
      done={close}
      cancel={close}
    >
      <p className={styles.effect}>
        {term ? `现任班子 ${holders.length} 项任职到选举日结束。` : '登记后系统按任期提醒换届。'}
        每届任期一般 {termYears} 年。
      </p>
      <Form.Item
        name="electedOn"
        label="选举日期"
        rules={[{ required: true, message: '选一个日期' }]}
      >
        <Input type="date" />
      </Form.Item>
      <Form.Item name="years" label="任期（年）">
        <InputNumber min={1} max={5} precision={0} />
      </Form.Item>
      <Seats organizationId={id} />
      <Form.Item name="reason" label="批复文号或说明">
        <Input />
      </Form.Item>
    </ActForm>
  )
}

const choices = Object.entries(posts).map(([value, label]) => ({ value, label }))

function Seats({ organizationId }: { organizationId: string }) {
  return (
    <Form.List name="holders">
      {(fields, { add, remove }) => (
        <Form.Item label="新一届班子">
          {fields.map(({ key, name }) => (
            <Space.Compact key={key} block style={{ marginBottom: 8 }}>
              <Form.Item name={[name, 'post']} noStyle>
                <Select
                  aria-label={`第 ${name + 1} 人的职务`}
                  style={{ width: '9rem' }}
                  options={choices}
                />
              </Form.Item>
              <Form.Item
                name={[name, 'memberId']}
                noStyle
                rules={[{ required: true, message: '选一名党员' }]}
              >
                <MemberSelect label={`第 ${name + 1} 人`} organizationId={organizationId} />
              </Form.Item>
              <Button aria-label={`去掉第 ${name + 1} 人`} onClick={() => remove(name)}>
                去掉
              </Button>
            </Space.Compact>
          ))}
          <Button onClick={() => add({ post: 'officer' })}>加一人</Button>
        </Form.Item>
      )}
    </Form.List>
  )
}
