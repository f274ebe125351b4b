import { newId } from '@zhixing/kit/new-id.ts'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useOrganization } from '../../app/organization.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { MemberKeySelect } from '../floating/MemberKeySelect.tsx'
import { needed } from '../../ui/form/needed.ts'

type Values = {
  member: string
  host: string
  duty: string
  from: string
  until: string
  tasks: { title: string; dueOn: string }[]
}
export function NewPlacement({ close }: { close: () => void }) {
  const { organizationId } = useOrganization()
  const [formId] = useState(newId)
  return (
    <DetailPanel title="安排实践锻炼" open onClose={close}>
      <ActForm
        act="mentoring.place"
        draft={`placement:${organizationId}`}
        initial={{ tasks: [{ title: '', dueOn: '' }] }}
        input={({ member, ...values }: Values) => ({
          organizationId,
          formId,
          memberId: member.split('~')[1] ?? '',
          ...values,
        })}
        submit="安排"
        done={close}
        cancel={close}
      >
        <Form.Item name="member" label="谁去" rules={needed('选一名党员')}>
          <MemberKeySelect organizationId={organizationId} />
        </Form.Item>
        <Form.Item name="host" label="在哪里锻炼" rules={needed('写明地方')}>
          <Input maxLength={200} placeholder="例：东河镇信访办" />
        </Form.Item>
        <Form.Item name="duty" label="做什么" rules={needed('写明岗位')}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="from" label="从哪天" rules={needed('选一天')}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="until" label="到哪天" rules={needed('选一天')}>
          <Input type="date" />
        </Form.Item>
        <Tasks />
      </ActForm>
    </DetailPanel>
  )
}

/** What is to be done by when; at least one. */
function Tasks() {
  return (
    <Form.List name="tasks">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <div key={key}>
              <Form.Item
                name={[name, 'title']}
                label={`任务 ${String(name + 1)}`}
                rules={needed('写明任务')}
              >
                <Input maxLength={100} />
              </Form.Item>
              <Form.Item name={[name, 'dueOn']} label="哪天前完成" rules={needed('选一天')}>
                <Input type="date" />
              </Form.Item>
              {fields.length > 1 ? (
                <Button type="link" onClick={() => remove(name)}>
                  去掉任务 {name + 1}
                </Button>
              ) : null}
            </div>
          ))}
          <Button onClick={() => add({ title: '', dueOn: '' })}>再加一项</Button>
        </>
      )}
    </Form.List>
  )
}
