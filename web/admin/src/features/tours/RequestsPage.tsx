import type { EntryOf, Output } from '@zhixing/contract'
import { deliveryModes, requestStates } from '@zhixing/contract/tour-words.ts'
import { cohorts } from '@zhixing/contract/words.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useMay } from '../../app/me.ts'
import { useOrganization } from '../../app/organization.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { Page } from '../../ui/Page.tsx'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { CountField, WindowFields } from './fields.tsx'
import { MatchPanel } from './MatchPanel.tsx'
import { Parts } from './Parts.tsx'
import { needed } from '../../ui/form/needed.ts'

type Row = Output<EntryOf<'tours.requests'>>['rows'][number]

const size = 50

const columns: Column<Row>[] = [
  {
    key: 'topic',
    title: '想听什么',
    width: 'minmax(9rem, 2fr)',
    narrow: true,
    cell: ({ unitId, requestId, topic }) => (
      <LineLink open={`${unitId}~${requestId}`}>{topic}</LineLink>
    ),
  },
  {
    key: 'where',
    title: '党组织',
    width: 'minmax(8rem, 1fr)',
    cell: ({ organizationName }) => organizationName,
  },
  {
    key: 'when',
    title: '哪些日子可以',
    width: 'minmax(10rem, 1fr)',
    cell: ({ windows }) => windows.map(({ from, until }) => `${from} 至 ${until}`).join('、'),
  },
  { key: 'people', title: '人数', width: '4rem', number: true, cell: ({ people }) => people },
  { key: 'mode', title: '方式', width: '7rem', cell: ({ mode }) => deliveryModes[mode] },
  {
    key: 'state',
    title: '状态',
    width: '6rem',
    narrow: true,
    cell: ({ state }) => requestStates[state],
  },
]

/** What villages want to hear; opening one shows who could go. */
export function RequestsPage() {
  const { organizationId } = useOrganization()
  const { page = 1, open } = useSearch({ from: '/shell/tours' })
  const change = useSearchChange()
  const may = useMay()
  const [isAsking, setIsAsking] = useState(false)
  const answer = useAnswer('tours.requests', { organizationId, page, size })
  const step = may('tours.manage') ? (
    <Button type="primary" onClick={() => setIsAsking(true)}>
      点一堂课
    </Button>
  ) : null
  return (
    <Page>
      <Parts />
      <Answered answer={answer}>
        {({ rows, total, open: waiting }) =>
          total === 0 ? (
            <Empty title="还没有点课" example="东河村党支部想听“乡村振兴政策”，20 人。" step={step}>
              基层写明想听什么、哪些日子可以、多少人；系统按题目和日子配送课人，一点就排定。
            </Empty>
          ) : (
            <>
              <Sentence note="点开一行，看谁能去、为什么" step={step}>
                有 <Count of={waiting} stress={waiting > 0} /> 份点课待匹配。
              </Sentence>
              <DataList
                label="点课"
                columns={columns}
                rows={rows}
                keyOf={({ requestId }) => requestId}
              />
              <Pager page={page} size={size} total={total} />
            </>
          )
        }
      </Answered>
      <MatchPanel open={open} close={() => change({ open: undefined })} />
      {isAsking ? <Ask close={() => setIsAsking(false)} /> : null}
    </Page>
  )
}

type Values = {
  topic: string
  windows: { from: string; until: string }[]
  people: number
  cohort?: keyof typeof cohorts
  mode: keyof typeof deliveryModes
  note?: string
}

function Ask({ close }: { close: () => void }) {
  const { organizationId } = useOrganization()
  const [formId] = useState(newId)
  return (
    <DetailPanel title="点一堂课" open onClose={close}>
      <ActForm
        act="tours.request"
        draft={`lesson-request:${organizationId}`}
        initial={{ people: 20, mode: 'touring' }}
        input={({ cohort, note = '', ...values }: Values) => ({
          organizationId,
          formId,
          cohort: cohort ?? null,
          note,
          ...values,
        })}
        submit="点课"
        done={close}
        cancel={close}
      >
        <Form.Item name="topic" label="想听什么" rules={needed('写上题目')}>
          <Input maxLength={100} placeholder="例：乡村振兴政策" />
        </Form.Item>
        <WindowFields />
        <CountField name="people" label="大约多少人听" />
        <Form.Item name="cohort" label="主要是哪些人">
          <Select allowClear options={choicesOf(cohorts)} />
        </Form.Item>
        <Form.Item name="mode" label="方式">
          <Select options={choicesOf(deliveryModes)} />
        </Form.Item>
        <Form.Item name="note" label="还有什么要求">
          <Input maxLength={200} />
        </Form.Item>
      </ActForm>
    </DetailPanel>
  )
}
