import type { EntryOf, Output } from '@zhixing/contract'
import { newId } from '@zhixing/kit/new-id.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { useNavigate } from '@tanstack/react-router'
import { Checkbox, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useOrganization } from '../../../app/organization.ts'
import { DetailPanel } from '../../../ui/DetailPanel.tsx'
import { ActForm } from '../../../ui/form/ActForm.tsx'
import { MembersSelect } from './MembersSelect.tsx'
import styles from '../Outreach.module.css'
import { needed } from '../../../ui/form/needed.ts'

const most = 200

type Values = {
  title: string
  from: string
  until: string
  packId?: string
  visitorIds: string[]
  memberIds: string[]
}
/** Everybody who is due is ticked; who goes elsewhere is unticked. */
export function PlanRound({ close }: { close: () => void }) {
  const { organizationId } = useOrganization()
  const navigate = useNavigate()
  const [formId] = useState(newId)
  const answer = useAnswer('outreach.due', { organizationId, size: most, show: 'due' })
  return (
    <DetailPanel title="排一轮送学" open onClose={close}>
      <Answered answer={answer}>
        {({ rows, quarter }) => (
          <ActForm
            act="outreach.planRound"
            draft=""
            initial={{
              until: quarter.until,
              memberIds: rows
                .filter(({ roundTitle }) => roundTitle === '')
                .map((row) => row.memberId),
            }}
            input={({ packId, ...values }: Values) => ({
              organizationId,
              formId,
              packId: packId ?? null,
              ...values,
            })}
            submit="排好并通知上门的人"
            done={(params) => void navigate({ to: '/outreach/rounds/$unitId/$roundId', params })}
            cancel={close}
          >
            <Facts organizationId={organizationId} />
            <Form.Item name="memberIds" label="去谁家" rules={needed('选要去的人')}>
              <Doors rows={rows} />
            </Form.Item>
          </ActForm>
        )}
      </Answered>
    </DetailPanel>
  )
}

function Facts({ organizationId }: { organizationId: string }) {
  const packs = useAnswer('outreach.packs', { organizationId, size: 200 })
  return (
    <>
      <Form.Item name="title" label="名称" rules={needed('写上名称')}>
        <Input maxLength={100} placeholder="例：六月送学上门" />
      </Form.Item>
      <Form.Item name="from" label="从哪天" rules={needed('选一天')}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="until" label="到哪天" rules={needed('选一天')}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="packId" label="带哪个资料包">
        <Select
          allowClear
          placeholder="可以不带"
          options={(packs.data?.rows ?? []).map(({ packId, title }) => ({
            value: packId,
            label: title,
          }))}
        />
      </Form.Item>
      <Form.Item
        name="visitorIds"
        label="谁上门（两人以上可以互相确认）"
        rules={needed('选上门的人')}
      >
        <MembersSelect organizationId={organizationId} />
      </Form.Item>
    </>
  )
}

type DoorsProps = {
  rows: Output<EntryOf<'outreach.due'>>['rows']
  value?: string[]
  onChange?: (memberIds: string[]) => void
}

function Doors({ rows, value, onChange }: DoorsProps) {
  return (
    <Checkbox.Group {...(value ? { value } : {})} {...(onChange ? { onChange } : {})}>
      <ul className={styles.people}>
        {rows.map(({ memberId, name, organizationName, roundTitle }) => (
          <li key={memberId}>
            <Checkbox value={memberId}>
              {name}，{organizationName}
              {roundTitle ? `（已排入${roundTitle}）` : ''}
            </Checkbox>
          </li>
        ))}
      </ul>
    </Checkbox.Group>
  )
}
