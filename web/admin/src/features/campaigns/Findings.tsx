import type { EntryOf, Output } from '@zhixing/contract'
import { findingLights, findingStates } from '@zhixing/contract/campaign-words.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { choicesOf, keysOf } from '@zhixing/kit/words.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Shape, type ShapeName } from '@zhixing/kit/ui/Shape.tsx'
import { useSearch } from '@tanstack/react-router'
import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useOrganization } from '../../app/organization.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { needed } from '../../ui/form/needed.ts'
import { DataList } from '../../ui/list/DataList.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { useSearchChange } from '../../ui/use-search-change.ts'
import details from '../../ui/Details.module.css'
import styles from './Campaigns.module.css'
import { FindingPanel } from './FindingPanel.tsx'
import type { Campaign } from './campaign.ts'

type Row = Output<EntryOf<'campaigns.findings'>>['rows'][number]
const size = 50
const shapes: Readonly<Record<Row['light'], ShapeName>> = {
  overdue: 'triangle',
  near: 'half',
  onTime: 'dashed',
  done: 'check',
}

const columns: Column<Row>[] = [
  {
    key: 'problem',
    title: '问题',
    width: 'minmax(12rem, 2fr)',
    narrow: true,
    cell: ({ findingId, problem }) => <LineLink open={findingId}>{problem}</LineLink>,
  },
  { key: 'who', title: '党组织', width: '11rem', spare: true, cell: (row) => row.organizationName },
  { key: 'owner', title: '责任人', width: '7rem', cell: ({ ownerName }) => ownerName },
  { key: 'due', title: '期限', width: '7rem', cell: ({ dueOn }) => dueOn },
  {
    key: 'light',
    title: '进度灯',
    width: '6rem',
    narrow: true,
    cell: ({ light }) => (
      <span className={light === 'overdue' ? `${styles.light} ${details.late}` : styles.light}>
        <Shape name={shapes[light]} />
        {findingLights[light]}
      </span>
    ),
  },
  { key: 'state', title: '状态', width: '9rem', cell: ({ state }) => findingStates[state] },
]

/** The ledger: what is late first. */
export function Findings({ campaign }: { campaign: Campaign }) {
  const { organizationId } = useOrganization()
  const { page = 1, open, state } = useSearch({ from: '/shell/campaigns/$campaignId' })
  const change = useSearchChange()
  const [isAdding, setIsAdding] = useState(false)
  const { campaignId, can } = campaign
  const chosen = keysOf(findingStates).find((key) => key === state)
  const answer = useAnswer('campaigns.findings', {
    campaignId,
    organizationId,
    ...(chosen ? { state: chosen } : {}),
    page,
    size,
  })
  return (
    <Answered answer={answer}>
      {({ rows, total, open: left, overdue }) => (
        <>
          <div className={styles.line}>
            <p>
              还有 {left} 个没有销号，其中 {overdue} 个逾期。
            </p>
            <Bar add={can.answer ? () => setIsAdding(true) : undefined} />
          </div>
          {rows.length === 0 ? (
            <Empty
              title="台账是空的"
              example="联系群众不够经常：每月走访 10 户，王书记，6月30日前。"
            >
              对照检查出的问题列在这里：措施、责任人、期限；整改后附佐证，由上级销号。
            </Empty>
          ) : (
            <DataList
              label="检视整改台账"
              columns={columns}
              rows={rows}
              keyOf={({ findingId }) => findingId}
            />
          )}
          <Pager page={page} size={size} total={total} />
          <FindingPanel
            row={rows.find(({ findingId }) => findingId === open)}
            close={() => change({ open: undefined })}
          />
          <DetailPanel title="列入问题" open={isAdding} onClose={() => setIsAdding(false)}>
            {isAdding ? (
              <FindForm at={{ campaignId, organizationId }} close={() => setIsAdding(false)} />
            ) : null}
          </DetailPanel>
        </>
      )}
    </Answered>
  )
}

function Bar({ add }: { add: (() => void) | undefined }) {
  const { state } = useSearch({ from: '/shell/campaigns/$campaignId' })
  const change = useSearchChange()
  const chosen = keysOf(findingStates).find((key) => key === state)
  return (
    <div className={styles.line}>
      <Select
        aria-label="按状态筛选"
        allowClear
        placeholder="全部状态"
        style={{ width: '10rem' }}
        value={chosen ?? null}
        options={choicesOf(findingStates)}
        onChange={(next: string | null | undefined) =>
          change({ state: next ?? undefined, page: undefined })
        }
      />
      {add ? (
        <Button type="primary" onClick={add}>
          列入问题
        </Button>
      ) : null}
    </div>
  )
}

type At = { campaignId: string; organizationId: string }
type Values = {
  problem: string
  source: string
  measure: string
  ownerName: string
  dueOn: string
}

function FindForm({ at, close }: { at: At; close: () => void }) {
  const [findingId] = useState(newId)
  return (
    <ActForm
      act="campaigns.find"
      draft={`finding:${at.campaignId}:${at.organizationId}`}
      initial={{}}
      input={(values: Values) => ({ ...at, findingId, ...values })}
      submit="列入台账"
      done={close}
      cancel={close}
    >
      <Form.Item name="problem" label="问题" rules={needed('写清问题')}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={1000} />
      </Form.Item>
      <Form.Item name="source" label="从哪里来" rules={needed('写明来源')}>
        <Input maxLength={200} placeholder="例：组织生活会、群众意见" />
      </Form.Item>
      <Form.Item name="measure" label="整改措施" rules={needed('写明措施')}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={1000} />
      </Form.Item>
      <Form.Item name="ownerName" label="责任人" rules={needed('写明责任人')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="dueOn" label="整改期限" rules={needed('选一天')}>
        <Input type="date" />
      </Form.Item>
    </ActForm>
  )
}
