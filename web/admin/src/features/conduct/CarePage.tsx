import type { EntryOf, Output } from '@zhixing/contract'
import { careReasons } from '@zhixing/contract/conduct-words.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { keysOf } from '@zhixing/kit/words.ts'
import { useSearch } from '@tanstack/react-router'
import { Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useOrganization } from '../../app/organization.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import details from '../../ui/Details.module.css'
import { Page } from '../../ui/Page.tsx'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { ConductBar } from './ConductBar.tsx'
import styles from './Conduct.module.css'

type Row = Output<EntryOf<'conduct.care'>>['rows'][number]

const size = 50

/** Whom somebody should go and see, and when that was last done. */
export function CarePage() {
  const { organizationId } = useOrganization()
  const { page = 1, open } = useSearch({ from: '/shell/conduct/care' })
  const change = useSearchChange()
  const answer = useAnswer('conduct.care', { organizationId, page, size })
  const [unitId, memberId] = open?.split(':') ?? []
  return (
    <Page>
      <Answered answer={answer}>
        {(shown) => (
          <>
            <Sentence
              note={`每 ${String(shown.everyMonths)} 个月至少走访一次（${shown.clause}）；了解到的情况加密保存。`}
            >
              {shown.total === 0 ? (
                '没有需要走访慰问的党员。'
              ) : (
                <>
                  需要走访 <Count of={shown.total} /> 人，其中{' '}
                  <Count of={shown.due} stress={shown.due > 0} /> 人到期还没有走访。
                </>
              )}
            </Sentence>
            <ConductBar />
            {shown.total === 0 ? (
              <Empty title="名单是空的">
                年老体弱、生活困难、党龄五十年以上的党员自动列在这里。
              </Empty>
            ) : (
              <>
                <DataList
                  label="走访慰问"
                  columns={columns}
                  rows={shown.rows}
                  keyOf={(row) => row.memberId}
                />
                <Pager page={page} size={size} total={shown.total} />
              </>
            )}
            <DetailPanel
              title={shown.rows.find((row) => row.memberId === memberId)?.name ?? '走访慰问'}
              open={memberId !== undefined}
              onClose={() => change({ open: undefined })}
            >
              {unitId && memberId ? (
                <Visits key={memberId} unitId={unitId} memberId={memberId} />
              ) : null}
            </DetailPanel>
          </>
        )}
      </Answered>
    </Page>
  )
}

const columns: Column<Row>[] = [
  {
    key: 'name',
    title: '姓名',
    width: '6rem',
    narrow: true,
    cell: ({ unitId, memberId, name }) => (
      <LineLink open={`${unitId}:${memberId}`}>{name}</LineLink>
    ),
  },
  {
    key: 'branch',
    title: '党支部',
    width: '11rem',
    cell: ({ organizationName }) => organizationName,
  },
  { key: 'why', title: '为什么', width: 'minmax(9rem, 1fr)', narrow: true, cell: ({ why }) => why },
  {
    key: 'last',
    title: '上次走访',
    width: '9rem',
    narrow: true,
    cell: ({ lastOn, isDue }) => (
      <span className={isDue ? details.late : undefined}>{lastOn ?? '还没有'}</span>
    ),
  },
]

type Values = {
  on: string
  reason: keyof typeof careReasons
  visitors: string
  note: string
  help?: string
}

function Visits({ unitId, memberId }: { unitId: string; memberId: string }) {
  const answer = useAnswer('conduct.visits', { unitId, memberId })
  return (
    <Answered answer={answer}>
      {({ organizationName, rows, day }) => (
        <div className={styles.panel}>
          <p>{organizationName}</p>
          <ul className={details.log}>
            {rows.map(({ visitId, on, reason, visitors, note, help, byName }) => (
              <li key={visitId}>
                {on} {visitors}（{careReasons[reason]}）：{note}
                <small>
                  {help ? `${help}，` : ''}
                  {byName}登记
                </small>
              </li>
            ))}
          </ul>
          <VisitForm key={rows.length} unitId={unitId} memberId={memberId} day={day} />
        </div>
      )}
    </Answered>
  )
}

type Key = { unitId: string; memberId: string; day: string }

function VisitForm({ unitId, memberId, day }: Key) {
  const [formId] = useState(newId)
  return (
    <>
      <h3>登记一次走访</h3>
      <ActForm
        act="conduct.visit"
        draft=""
        initial={{ on: day, reason: 'ill' }}
        input={({ help = '', ...values }: Values) => ({
          ...values,
          help,
          unitId,
          memberId,
          formId,
        })}
        submit="登记"
        done={() => undefined}
      >
        <Form.Item name="on" label="哪天">
          <Input type="date" max={day} />
        </Form.Item>
        <Form.Item name="reason" label="为什么">
          <Select
            options={keysOf(careReasons).map((value) => ({ value, label: careReasons[value] }))}
          />
        </Form.Item>
        <Form.Item name="visitors" label="谁去的" rules={[{ required: true, message: '写明谁去' }]}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="note" label="了解到什么" rules={[{ required: true, message: '写明情况' }]}>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={5000} />
        </Form.Item>
        <Form.Item name="help" label="帮了什么">
          <Input maxLength={200} />
        </Form.Item>
      </ActForm>
    </>
  )
}
