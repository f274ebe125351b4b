import type { EntryOf, Output } from '@zhixing/contract'
import { excuseReasons } from '@zhixing/contract/words.ts'
import { monthDay } from '@zhixing/kit/format/day.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useMay } from '../../../app/me.ts'
import { useOrganization } from '../../../app/organization.ts'
import { Page } from '../../../ui/Page.tsx'
import { DataList } from '../../../ui/list/DataList.tsx'
import { FilterChoices } from '../../../ui/list/FilterChoices.tsx'
import { Filters } from '../../../ui/list/Filters.tsx'
import { Pager } from '../../../ui/list/Pager.tsx'
import { SearchText } from '../../../ui/list/SearchText.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { useSearchChange } from '../../../ui/use-search-change.ts'
import { Parts } from '../Parts.tsx'
import { PlanRound } from './PlanRound.tsx'

type Due = Output<EntryOf<'outreach.due'>>
type Row = Due['rows'][number]

const size = 50

const columns: Column<Row>[] = [
  { key: 'name', title: '姓名', width: '6rem', narrow: true, cell: ({ name }) => name },
  {
    key: 'branch',
    title: '党支部',
    width: 'minmax(8rem, 1fr)',
    cell: ({ organizationName }) => organizationName,
  },
  { key: 'reason', title: '原因', width: '8rem', cell: ({ reason }) => excuseReasons[reason] },
  {
    key: 'until',
    title: '免至',
    width: '7rem',
    spare: true,
    cell: ({ excuseUntil }) => excuseUntil ?? '长期',
  },
  {
    key: 'visits',
    title: '本季度',
    width: '6rem',
    narrow: true,
    number: true,
    cell: ({ visits, needed }) => `${String(visits)}/${String(needed)} 次`,
  },
  { key: 'last', title: '上次', width: '7rem', cell: ({ lastOn }) => lastOn ?? '没有记录' },
  {
    key: 'round',
    title: '已排入',
    width: 'minmax(7rem, 1fr)',
    narrow: true,
    cell: ({ roundTitle }) => roundTitle || '还没排',
  },
]

/** Whom study must be brought to this quarter, and whether somebody is on the way. */
export function DuePage() {
  const { organizationId } = useOrganization()
  const { page = 1, show = 'due', text = '' } = useSearch({ from: '/shell/outreach' })
  const may = useMay()
  const [isPlanning, setIsPlanning] = useState(false)
  const answer = useAnswer('outreach.due', { organizationId, page, size, show, text })
  const step = may('outreach.manage') ? (
    <Button type="primary" onClick={() => setIsPlanning(true)}>
      排一轮送学
    </Button>
  ) : null
  return (
    <Page>
      <Parts />
      <Answered answer={answer}>
        {(due) =>
          due.excused === 0 && text === '' ? (
            <Empty title="没有免硬性要求的党员" example="郑年高，年老体弱，本季度送到 0/1 次。">
              在党员名册里给年老体弱、行动不便等党员登记免硬性要求，就会列在这里。
            </Empty>
          ) : (
            <>
              <Headline due={due} step={step} />
              <Shown due={due} show={show} text={text} />
              <Pager page={page} size={size} total={due.total} />
            </>
          )
        }
      </Answered>
      {isPlanning ? <PlanRound close={() => setIsPlanning(false)} /> : null}
    </Page>
  )
}

function Headline({
  due: { quarter, excused, due, planned, clause },
  step,
}: {
  due: Due
  step: ReactNode
}) {
  return (
    <Sentence
      note={`${monthDay(quarter.from)}至${monthDay(quarter.until)} · ${clause}`}
      step={step}
    >
      免硬性要求 <Count of={excused} /> 人，本季度还有 <Count of={due} stress={due > 0} /> 人没送到
      {due > 0 ? (
        <>
          ，其中 <Count of={planned} /> 人已排入轮次
        </>
      ) : null}
      。
    </Sentence>
  )
}

function Shown({ due, show, text }: { due: Due; show: 'due' | 'all'; text: string }) {
  const change = useSearchChange()
  return (
    <>
      <Filters
        choices={
          <FilterChoices
            choices={[
              { key: undefined, word: '本季度还没送到', count: due.due },
              { key: 'all' as const, word: '全部', count: due.excused },
            ]}
            chosen={show === 'all' ? 'all' : undefined}
            choose={(next) => change({ show: next, page: undefined })}
          />
        }
      >
        <SearchText label="按姓名找" placeholder="姓名或拼音" text={text} />
      </Filters>
      {due.rows.length === 0 ? (
        <p>这里没有人：本季度都送到了。</p>
      ) : (
        <DataList
          label="送学名单"
          columns={columns}
          rows={due.rows}
          keyOf={({ memberId }) => memberId}
        />
      )}
    </>
  )
}
