import type { EntryOf, Output } from '@zhixing/contract'
import { sanctionEnds, sanctionKinds } from '@zhixing/contract/conduct-words.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { keysOf } from '@zhixing/kit/words.ts'
import { useSearch } from '@tanstack/react-router'
import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useOrganization } from '../../app/organization.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { Page } from '../../ui/Page.tsx'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { MemberKeySelect } from '../floating/MemberKeySelect.tsx'
import { ConductBar } from './ConductBar.tsx'
import styles from './Conduct.module.css'
import { useLook } from './use-look.ts'

type Shown = Output<EntryOf<'conduct.sanctions'>>
type Row = Shown['rows'][number]

const size = 50
const fresh = 'new'

/** The restricted register; opening this page is one look, and is written down. */
export function SanctionsPage() {
  const { organizationId } = useOrganization()
  const { page = 1, open } = useSearch({ from: '/shell/conduct/sanctions' })
  const change = useSearchChange()
  const answer = useLook('conduct.sanctions', { organizationId, page, size })
  return (
    <Page>
      <Answered answer={answer}>
        {(shown) => {
          const chosen = shown.rows.find(({ sanctionId }) => sanctionId === open)
          const inForce = shown.rows.filter((row) => row.isInForce).length
          return (
            <>
              <Sentence note="处分由纪检机关依规作出，这里登记影响期。打开本页留痕；留党察看期间表决时不计入应到会人数。">
                登记处分 <Count of={shown.total} /> 项，本页在影响期内 <Count of={inForce} /> 项。
              </Sentence>
              <ConductBar>
                <Button onClick={() => change({ open: fresh })}>登记处分</Button>
              </ConductBar>
              <Rows shown={shown} page={page} />
              <DetailPanel
                title={chosen?.name ?? '登记处分'}
                open={open === fresh || chosen !== undefined}
                onClose={() => change({ open: undefined })}
              >
                {chosen ? (
                  <SanctionView key={chosen.sanctionId} row={chosen} />
                ) : (
                  <SanctionForm
                    organizationId={organizationId}
                    done={() => change({ open: undefined })}
                  />
                )}
              </DetailPanel>
            </>
          )
        }}
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
    cell: ({ sanctionId, name }) => <LineLink open={sanctionId}>{name}</LineLink>,
  },
  {
    key: 'branch',
    title: '党支部',
    width: 'minmax(9rem, 1fr)',
    cell: ({ organizationName }) => organizationName,
  },
  {
    key: 'kind',
    title: '处分',
    width: '9rem',
    narrow: true,
    cell: ({ kind }) => sanctionKinds[kind],
  },
  { key: 'from', title: '起', width: '7rem', cell: ({ from }) => from },
  { key: 'until', title: '影响期至', width: '7rem', cell: ({ until }) => until ?? '—' },
  {
    key: 'state',
    title: '现在',
    width: '8rem',
    narrow: true,
    cell: ({ isInForce, endedHow }) => {
      if (endedHow) return sanctionEnds[endedHow]
      return isInForce ? '影响期内' : '影响期已满'
    },
  },
]

function Rows({ shown, page }: { shown: Shown; page: number }) {
  if (shown.total === 0)
    return <Empty title="没有登记的处分">登记后按规定算出影响期，期满提示恢复。</Empty>
  return (
    <>
      <DataList
        label="处分登记"
        columns={columns}
        rows={shown.rows}
        keyOf={({ sanctionId }) => sanctionId}
      />
      <Pager page={page} size={size} total={shown.total} />
    </>
  )
}

type EndValues = { how: 'lifted' | 'annulled'; on: string; reason: string }

function SanctionView({ row }: { row: Row }) {
  const { unitId, sanctionId, version, authority, document, reason, clause, votelessUntil } = row
  return (
    <div className={styles.panel}>
      <p>
        {sanctionKinds[row.kind]}，{row.from} 起{row.until ? `，影响期到 ${row.until}` : ''}
      </p>
      {votelessUntil ? <p>{votelessUntil} 以前没有表决权、选举权和被选举权</p> : null}
      <p>
        {authority}，{document}
      </p>
      <p className={styles.said}>{reason}</p>
      <p className={styles.note}>{clause}</p>
      {row.endedOn ? (
        <p>
          {row.endedOn} {row.endedHow ? sanctionEnds[row.endedHow] : ''}：{row.endedReason}
        </p>
      ) : (
        <ActForm
          act="conduct.endSanction"
          draft=""
          isSecond
          initial={{ how: 'lifted' }}
          input={(values: EndValues) => ({ ...values, unitId, sanctionId, version })}
          submit="记下"
          done={() => undefined}
        >
          <Form.Item name="how" label="怎样结束">
            <Select
              options={keysOf(sanctionEnds).map((value) => ({ value, label: sanctionEnds[value] }))}
            />
          </Form.Item>
          <Form.Item name="on" label="哪天" rules={[{ required: true, message: '写明日期' }]}>
            <Input type="date" min={row.from} />
          </Form.Item>
          <Form.Item name="reason" label="依据" rules={[{ required: true, message: '写明依据' }]}>
            <Input maxLength={200} />
          </Form.Item>
        </ActForm>
      )}
    </div>
  )
}

type NewValues = {
  member: string
  kind: keyof typeof sanctionKinds
  authority: string
  document: string
  reason: string
  from: string
  months?: number
}

function SanctionForm({ organizationId, done }: { organizationId: string; done: () => void }) {
  const [formId] = useState(newId)
  return (
    <ActForm
      act="conduct.sanction"
      draft=""
      initial={{ kind: 'warning', months: 0 }}
      input={({ member, months = 0, ...values }: NewValues) => {
        const [unitId = '', memberId = ''] = member.split('~')
        return { ...values, months, unitId, memberId, formId }
      }}
      submit="登记"
      done={done}
    >
      <Form.Item name="member" label="党员" rules={[{ required: true, message: '选一名党员' }]}>
        <MemberKeySelect organizationId={organizationId} />
      </Form.Item>
      <Form.Item name="kind" label="处分">
        <Select
          options={keysOf(sanctionKinds).map((value) => ({ value, label: sanctionKinds[value] }))}
        />
      </Form.Item>
      <Form.Item name="months" label="留党察看期限">
        <Select
          options={[
            { value: 0, label: '不是留党察看' },
            { value: 12, label: '一年' },
            { value: 24, label: '二年' },
          ]}
        />
      </Form.Item>
      <Form.Item name="from" label="处分日期" rules={[{ required: true, message: '写明日期' }]}>
        <Input type="date" />
      </Form.Item>
      <Form.Item
        name="authority"
        label="决定机关"
        rules={[{ required: true, message: '写明机关' }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="document" label="文号" rules={[{ required: true, message: '写明文号' }]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        name="reason"
        label="事由（加密保存）"
        rules={[{ required: true, message: '写明事由' }]}
      >
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={5000} />
      </Form.Item>
    </ActForm>
  )
}
