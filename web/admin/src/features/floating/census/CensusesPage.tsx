import type { EntryOf, Output } from '@zhixing/contract'
import { censusScopes } from '@zhixing/contract/floating-words.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useMay } from '../../../app/me.ts'
import { useOrganization } from '../../../app/organization.ts'
import { DetailPanel } from '../../../ui/DetailPanel.tsx'
import { Page } from '../../../ui/Page.tsx'
import { ActForm } from '../../../ui/form/ActForm.tsx'
import { DataList } from '../../../ui/list/DataList.tsx'
import { LineLink } from '../../../ui/list/LineLink.tsx'
import { Pager } from '../../../ui/list/Pager.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { Parts } from '../Parts.tsx'
import { ChoiceItem, DayItem, TextItem } from '../fields.tsx'

type Row = Output<EntryOf<'floatingWork.censuses'>>['rows'][number]

const size = 50

const columns: Column<Row>[] = [
  {
    key: 'title',
    title: '排查',
    width: 'minmax(10rem, 2fr)',
    narrow: true,
    cell: ({ unitId, censusId, title }) => (
      <LineLink to={`/floating/census/${unitId}/${censusId}`}>{title}</LineLink>
    ),
  },
  { key: 'by', title: '发起', width: 'minmax(8rem, 1fr)', cell: (row) => row.organizationName },
  { key: 'scope', title: '范围', width: '6rem', cell: ({ scope }) => censusScopes[scope] },
  {
    key: 'until',
    title: '截止',
    width: '7rem',
    cell: ({ until, closedOn }) => (closedOn ? '已结束' : until),
  },
  {
    key: 'confirmed',
    title: '已核实',
    width: '6rem',
    number: true,
    narrow: true,
    cell: ({ confirmed, people }) => `${String(confirmed)}/${String(people)}`,
  },
]

/** Rounds in which every branch says of each of its members where they are. */
export function CensusesPage() {
  const { organizationId } = useOrganization()
  const { page = 1 } = useSearch({ from: '/shell/floating/census' })
  const may = useMay()
  const [isStarting, setIsStarting] = useState(false)
  const answer = useAnswer('floatingWork.censuses', { organizationId, page, size })
  const step = may('floating.census') ? (
    <Button type="primary" onClick={() => setIsStarting(true)}>
      发起排查
    </Button>
  ) : null
  return (
    <Page>
      <Parts />
      <Answered answer={answer}>
        {({ rows, total }) =>
          total === 0 ? (
            <Empty
              title="还没有排查"
              example="“春季排查”，流动党员 212 人，已核实 180 人。"
              step={step}
            >
              上级党组织发起，各党支部逐人核实去向，进度和没有核实的人随时可见。
            </Empty>
          ) : (
            <>
              <Headline rows={rows} step={step} />
              <DataList
                label="排查"
                columns={columns}
                rows={rows}
                keyOf={({ censusId }) => censusId}
              />
              <Pager page={page} size={size} total={total} />
            </>
          )
        }
      </Answered>
      {isStarting ? <Start close={() => setIsStarting(false)} /> : null}
    </Page>
  )
}

function Headline({ rows, step }: { rows: Row[]; step: ReactNode }) {
  const running = rows.filter(({ closedOn }) => closedOn === null)
  const open = running.reduce((sum, { people, confirmed }) => sum + people - confirmed, 0)
  return (
    <Sentence note="去向变了的先改台账再核实，失联的先登记失联" step={step}>
      {running.length === 0 ? (
        '没有正在进行的排查。'
      ) : (
        <>
          {running.length} 次排查正在进行，还有 <Count of={open} stress={open > 0} /> 人没有核实。
        </>
      )}
    </Sentence>
  )
}

type Values = { title: string; scope: keyof typeof censusScopes; until: string }

function Start({ close }: { close: () => void }) {
  const { organizationId } = useOrganization()
  const [formId] = useState(newId)
  const navigate = useNavigate()
  return (
    <DetailPanel title="发起排查" open onClose={close}>
      <ActForm
        act="floatingWork.startCensus"
        draft="census"
        initial={{ scope: 'floating' }}
        input={(values: Values) => ({ organizationId, formId, ...values })}
        submit="发起"
        done={(params) => void navigate({ to: '/floating/census/$unitId/$censusId', params })}
        cancel={close}
      >
        <TextItem name="title" label="名称" required max={100} placeholder="例：2026 年春季排查" />
        <ChoiceItem name="scope" label="范围" words={censusScopes} />
        <DayItem name="until" label="截止日期" />
      </ActForm>
    </DetailPanel>
  )
}
