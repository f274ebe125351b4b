import type { EntryOf, Output } from '@zhixing/contract'
import { staffRoles } from '@zhixing/contract/site-words.ts'
import { thisDay } from '@zhixing/kit/format/clock.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { Button, Checkbox, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useOrganization } from '../../app/organization.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { Page } from '../../ui/Page.tsx'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { MemberSelect } from '../organizations/forms/MemberSelect.tsx'
import styles from '../resources/Resources.module.css'
import { SiteBar } from './SiteBar.tsx'

type Staff = Output<EntryOf<'sites.staff'>>
type Row = Staff['rows'][number]

const size = 100

const columns: Column<Row>[] = [
  { key: 'name', title: '姓名', width: '7rem', narrow: true, cell: ({ name }) => name },
  { key: 'role', title: '岗位', width: '8rem', narrow: true, cell: ({ role }) => staffRoles[role] },
  {
    key: 'where',
    title: '党组织',
    width: 'minmax(8rem, 1fr)',
    cell: (row) => row.organizationName,
  },
  { key: 'note', title: '说明', width: 'minmax(8rem, 1fr)', spare: true, cell: noteOf },
  { key: 'end', title: '办理', width: '7rem', cell: (row) => <End row={row} /> },
]

function noteOf({ isFullTime, from, note }: Row): string {
  return [isFullTime ? '专职' : '', from ? `${from} 起` : '', note].filter(Boolean).join('，')
}

/** Who works for education, and whether they are enough. */
export function StaffPage() {
  const { organizationId } = useOrganization()
  const [isNew, setNew] = useState(false)
  const { page = 1 } = useSearch({ from: '/shell/sites/staff' })
  const answer = useAnswer('sites.staff', { organizationId, page, size })
  return (
    <Page>
      <Answered answer={answer}>
        {({ ratios, rows, total, members, mayKeep }) => (
          <>
            <Sentence
              note="站点管理员来自站点名册，讲师来自师资库，不用再登记。"
              step={
                mayKeep ? (
                  <Button type="primary" onClick={() => setNew(true)}>
                    登记工作人员
                  </Button>
                ) : undefined
              }
            >
              党员 <Count of={members} /> 名，教育工作人员 <Count of={total} /> 人，
              {ratios.some(({ people, needed }) => people < needed) ? '还不够' : '配备够了'}。
            </Sentence>
            <SiteBar />
            <ul className={styles.panel}>
              {ratios.map(({ role, sentence, clause }) => (
                <li key={role}>
                  {sentence}。<small>{clause}</small>
                </li>
              ))}
            </ul>
            {total === 0 ? (
              <Empty title="还没有工作人员" example="周组织员，教育组织员，专职，2026-01-01 起。">
                登记教育组织员和辅导员，比例够不够马上算出来。
              </Empty>
            ) : (
              <>
                <DataList
                  label="教育工作队伍"
                  columns={columns}
                  rows={rows}
                  keyOf={(row) => row.staffId ?? `${row.role}${row.name}${row.note}`}
                />
                <Pager page={page} size={size} total={total} />
              </>
            )}
          </>
        )}
      </Answered>
      <DetailPanel title="登记工作人员" open={isNew} onClose={() => setNew(false)}>
        <StaffForm done={() => setNew(false)} />
      </DetailPanel>
    </Page>
  )
}

function End({ row: { unitId, staffId } }: { row: Row }) {
  const { mutate, isPending } = useAct('sites.endStaff')
  if (!staffId) return null
  return (
    <Button
      size="small"
      type="link"
      loading={isPending}
      onClick={() => mutate({ unitId, staffId })}
    >
      不再担任
    </Button>
  )
}

type Values = {
  role: 'organizer' | 'instructor'
  memberId: string
  isFullTime?: boolean
  from: string
  note?: string
}

const needed = (message: string) => [{ required: true, message }]
const { organizer, instructor } = staffRoles

function StaffForm({ done }: { done: () => void }) {
  const { organizationId } = useOrganization()
  const [staffId] = useState(newId)
  return (
    <ActForm
      act="sites.keepStaff"
      draft=""
      initial={{ role: 'organizer' as const, from: thisDay() }}
      input={({ isFullTime = false, note = '', ...values }: Values) => ({
        ...values,
        organizationId,
        staffId,
        isFullTime,
        note,
      })}
      submit="登记"
      done={done}
      cancel={done}
    >
      <Form.Item name="role" label="岗位" rules={needed('选一种')}>
        <Select
          options={[
            { value: 'organizer', label: organizer },
            { value: 'instructor', label: instructor },
          ]}
        />
      </Form.Item>
      <Form.Item name="memberId" label="谁" rules={needed('选一名党员')}>
        <MemberSelect organizationId={organizationId} />
      </Form.Item>
      <Form.Item name="from" label="从哪天" rules={needed('选一天')}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="isFullTime" valuePropName="checked">
        <Checkbox>专职</Checkbox>
      </Form.Item>
      <Form.Item name="note" label="说明">
        <Input maxLength={200} />
      </Form.Item>
    </ActForm>
  )
}
