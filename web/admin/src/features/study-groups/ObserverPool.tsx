import type { EntryOf, Output } from '@zhixing/contract'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Button, Form, InputNumber } from 'antd'
import { useState } from 'react'
import { useOrganization } from '../../app/organization.ts'
import { Section } from '../../ui/Page.tsx'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { needed } from '../../ui/form/needed.ts'
import { DataList } from '../../ui/list/DataList.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { MemberKeySelect } from '../floating/MemberKeySelect.tsx'

type Row = Output<EntryOf<'studyGroups.observers'>>['rows'][number]

function columnsOf(end: ((row: Row) => void) | undefined): Column<Row>[] {
  const columns: Column<Row>[] = [
    { key: 'name', title: '旁听人员', width: '7rem', narrow: true, cell: ({ name }) => name },
    {
      key: 'home',
      title: '从哪里出发',
      width: 'minmax(9rem, 1fr)',
      cell: ({ organizationName }) => organizationName,
    },
    {
      key: 'sent',
      title: '今年已派/最多',
      width: '8rem',
      number: true,
      narrow: true,
      cell: ({ assigned, toursMax }) => `${String(assigned)}/${String(toursMax)}`,
    },
    { key: 'done', title: '已旁听', width: '5rem', number: true, cell: ({ observed }) => observed },
  ]
  if (!end) return columns
  const cell = (row: Row) => (
    <Button type="link" size="small" aria-label={`不再派${row.name}`} onClick={() => end(row)}>
      不再派
    </Button>
  )
  return [...columns, { key: 'end', title: '办理', width: '6rem', cell }]
}

/** Who may be sent, and how often they were. */
export function ObserverPool({ mayOversee }: { mayOversee: boolean }) {
  const { organizationId } = useOrganization()
  const [isAdding, setIsAdding] = useState(false)
  const answer = useAnswer('studyGroups.observers', { organizationId })
  const { mutate } = useAct('studyGroups.removeObserver')
  const end = ({ unitId, observerId }: Row) => mutate({ unitId, observerId })
  const aside = mayOversee ? <Button onClick={() => setIsAdding(true)}>加旁听人员</Button> : null
  return (
    <Section title="旁听人员" aside={aside}>
      <Answered answer={answer}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p>还没有登记。从宣传、组织等部门选几名党员，写明一年最多派几次。</p>
          ) : (
            <DataList
              label="旁听人员"
              columns={columnsOf(mayOversee ? end : undefined)}
              rows={rows}
              keyOf={({ observerId }) => observerId}
            />
          )
        }
      </Answered>
      {isAdding ? <AddObserver close={() => setIsAdding(false)} /> : null}
    </Section>
  )
}

function AddObserver({ close }: { close: () => void }) {
  const { organizationId } = useOrganization()
  return (
    <DetailPanel title="加旁听人员" open onClose={close}>
      <ActForm
        act="studyGroups.addObserver"
        draft=""
        initial={{ toursMax: 6 }}
        input={({ member, toursMax }: { member: string; toursMax: number }) => {
          const [memberUnitId = '', memberId = ''] = member.split('~')
          return { organizationId, memberUnitId, memberId, toursMax }
        }}
        submit="加上"
        done={close}
        cancel={close}
      >
        <Form.Item name="member" label="谁" rules={needed('选一名党员')}>
          <MemberKeySelect organizationId={organizationId} />
        </Form.Item>
        <Form.Item name="toursMax" label="一年最多派几次" rules={needed('写上次数')}>
          <InputNumber min={1} max={60} precision={0} />
        </Form.Item>
      </ActForm>
    </DetailPanel>
  )
}
