import type { EntryOf, Output } from '@zhixing/contract'
import { lecturerRoles } from '@zhixing/contract/tour-words.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { Button, Form, Select } from 'antd'
import { useState } from 'react'
import { useMay } from '../../app/me.ts'
import { useOrganization } from '../../app/organization.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { Page } from '../../ui/Page.tsx'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { MemberKeySelect } from '../floating/MemberKeySelect.tsx'
import { CountField, LecturerFields, WindowFields } from './fields.tsx'
import { PoolSelect } from './PoolSelect.tsx'
import { Parts } from './Parts.tsx'
import { needed } from '../../ui/form/needed.ts'
import { usePage } from '../../ui/list/use-page.ts'

type Row = Output<EntryOf<'tours.offers'>>['rows'][number]

const size = 50

function columnsOf(end: ((row: Row) => void) | undefined): Column<Row>[] {
  const columns: Column<Row>[] = [
    { key: 'name', title: '送课人', width: '6rem', narrow: true, cell: (row) => row.lecturerName },
    { key: 'role', title: '身份', width: '9rem', cell: (row) => lecturerRoles[row.lecturerRole] },
    {
      key: 'topics',
      title: '能讲什么',
      width: 'minmax(9rem, 2fr)',
      narrow: true,
      cell: ({ topics }) => topics.join('、'),
    },
    {
      key: 'when',
      title: '哪些日子可以',
      width: 'minmax(10rem, 1fr)',
      cell: ({ windows }) => windows.map(({ from, until }) => `${from} 至 ${until}`).join('、'),
    },
    {
      key: 'trips',
      title: '已排/可讲',
      width: '6rem',
      number: true,
      narrow: true,
      cell: ({ trips, tripsMax }) => `${String(trips)}/${String(tripsMax)}`,
    },
    { key: 'by', title: '登记', width: 'minmax(7rem, 1fr)', cell: (row) => row.organizationName },
  ]
  if (!end) return columns
  const cell = (row: Row) => (
    <Button
      type="link"
      size="small"
      aria-label={`停止${row.lecturerName}`}
      onClick={() => end(row)}
    >
      停止
    </Button>
  )
  return [...columns, { key: 'end', title: '办理', width: '4rem', cell }]
}

/** Who can go, with what, and how often they have been asked. */
export function OffersPage() {
  const { organizationId } = useOrganization()
  const may = useMay()
  const [isAdding, setIsAdding] = useState(false)
  const [page] = usePage()
  const answer = useAnswer('tours.offers', { organizationId, page, size })
  const { mutate } = useAct('tours.withdrawOffer')
  const end = ({ unitId, offerId }: Row) => mutate({ unitId, offerId })
  const step = may('tours.manage') ? (
    <Button type="primary" onClick={() => setIsAdding(true)}>
      登记送课人
    </Button>
  ) : null
  return (
    <Page>
      <Parts />
      <Answered answer={answer}>
        {({ rows, total, left }) =>
          total === 0 ? (
            <Empty
              title="还没有送课人"
              example="宋讲师，党校教师，能讲乡村振兴，本季度可讲 6 次。"
              step={step}
            >
              登记党校教师、包村领导、部门负责人能讲什么、哪些日子可以，下级就能点课。
            </Empty>
          ) : (
            <>
              <Sentence note="登记后，下级都可以点；同一时间不会排两场" step={step}>
                有 <Count of={total} /> 位送课人，还能讲 <Count of={left} /> 次。
              </Sentence>
              <DataList
                label="送课人"
                columns={columnsOf(may('tours.manage') ? end : undefined)}
                rows={rows}
                keyOf={({ offerId }) => offerId}
              />
              <Pager page={page} size={size} total={total} />
            </>
          )
        }
      </Answered>
      {isAdding ? <Add close={() => setIsAdding(false)} /> : null}
    </Page>
  )
}

type Values = {
  lecturerName: string
  lecturerRole: keyof typeof lecturerRoles
  lecturer?: string
  resourceId?: string
  topics: string[]
  windows: { from: string; until: string }[]
  tripsMax: number
}

function Add({ close }: { close: () => void }) {
  const { organizationId } = useOrganization()
  const [formId] = useState(newId)
  return (
    <DetailPanel title="登记送课人" open onClose={close}>
      <ActForm
        act="tours.offer"
        draft={`lesson-offer:${organizationId}`}
        initial={{ lecturerRole: 'partySchool', tripsMax: 6 }}
        input={({ lecturer, resourceId, ...values }: Values) => ({
          organizationId,
          formId,
          lecturerId: lecturer?.split('~')[1] ?? null,
          resourceId: resourceId ?? null,
          ...values,
        })}
        submit="登记"
        done={close}
        cancel={close}
      >
        <LecturerFields />
        <Form.Item name="lecturer" label="名册上的党员（选了就记授课学时）">
          <MemberKeySelect organizationId={organizationId} />
        </Form.Item>
        <Form.Item name="resourceId" label="师资库里的师资（选了就不会重复排）">
          <PoolSelect organizationId={organizationId} kind="lecturer" />
        </Form.Item>
        <Form.Item name="topics" label="能讲什么（一题一个，回车）" rules={needed('写上题目')}>
          <Select mode="tags" open={false} />
        </Form.Item>
        <WindowFields />
        <CountField name="tripsMax" label="最多讲几次" />
      </ActForm>
    </DetailPanel>
  )
}
