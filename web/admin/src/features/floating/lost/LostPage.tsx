import type { EntryOf, Output } from '@zhixing/contract'
import { lossCauses, lossStages } from '@zhixing/contract/floating-words.ts'
import { keysOf } from '@zhixing/kit/words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from 'antd'
import { useMay } from '../../../app/me.ts'
import { useOrganization } from '../../../app/organization.ts'
import { Page } from '../../../ui/Page.tsx'
import { DataList } from '../../../ui/list/DataList.tsx'
import { FilterChoices } from '../../../ui/list/FilterChoices.tsx'
import { Filters } from '../../../ui/list/Filters.tsx'
import { LineLink } from '../../../ui/list/LineLink.tsx'
import { Pager } from '../../../ui/list/Pager.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { useSearchChange } from '../../../ui/use-search-change.ts'
import { Parts } from '../Parts.tsx'
import { LoseSomebody } from './LoseSomebody.tsx'
import { SearchPanel } from './SearchPanel.tsx'

type Answer = Output<EntryOf<'floating.lost'>>
type Row = Answer['rows'][number]

const size = 50

const columns: Column<Row>[] = [
  {
    key: 'name',
    title: '姓名',
    width: '6rem',
    narrow: true,
    cell: ({ unitId, memberId, name }) => (
      <LineLink open={`${unitId}~${memberId}`}>{name}</LineLink>
    ),
  },
  {
    key: 'organization',
    title: '所在党支部',
    width: 'minmax(8rem, 1fr)',
    cell: ({ organizationName }) => organizationName,
  },
  { key: 'since', title: '失联日期', width: '6.5rem', cell: ({ loss }) => loss.since },
  {
    key: 'cause',
    title: '情形',
    width: 'minmax(8rem, 1fr)',
    cell: ({ loss }) => (loss.cause ? lossCauses[loss.cause] : '未登记'),
  },
  {
    key: 'stage',
    title: '阶段',
    width: 'minmax(9rem, 1.2fr)',
    narrow: true,
    cell: ({ loss }) => lossStages[loss.stage],
  },
  { key: 'next', title: '下一阶段', width: '6.5rem', cell: ({ loss }) => loss.nextOn ?? '—' },
  {
    key: 'searches',
    title: '查找',
    width: '4rem',
    number: true,
    cell: ({ loss }) => `${String(loss.searches)} 次`,
  },
]

/** Whom nobody can find, for how long, and what has been tried. */
export function LostPage() {
  const { organizationId } = useOrganization()
  const { page = 1, open, stage } = useSearch({ from: '/shell/floating/lost' })
  const answer = useAnswer('floating.lost', {
    organizationId,
    page,
    size,
    ...(stage ? { stage } : {}),
  })
  return (
    <Page>
      <Parts />
      <Answered answer={answer}>
        {(lost) => (
          <>
            <Headline lost={lost} />
            {lost.total > 0 ? (
              <>
                <DataList
                  label="失联党员"
                  columns={columns}
                  rows={lost.rows}
                  keyOf={({ memberId }) => memberId}
                />
                <Pager page={page} size={size} total={lost.total} />
              </>
            ) : null}
          </>
        )}
      </Answered>
      <SearchPanel open={open} />
    </Page>
  )
}

function Headline({ lost }: { lost: Answer }) {
  const change = useSearchChange()
  const may = useMay()
  const { stage } = useSearch({ from: '/shell/floating/lost' })
  const [isLosing, setIsLosing] = useState(false)
  const all = Object.values(lost.stages).reduce((sum, one) => sum + one, 0)
  const due = (lost.stages['suspend'] ?? 0) + (lost.stages['remove'] ?? 0)
  const step = may('floating.keep') ? (
    <Button type="primary" onClick={() => setIsLosing(true)}>
      登记失联
    </Button>
  ) : null
  return (
    <>
      {all === 0 ? (
        <Empty
          title="没有失去联系的党员"
          example="吴某，原单位改制后失联 168 天，查找 3 次，6月15日满 6 个月。"
          step={step}
        >
          登记失联后时钟开始走：每次查找记一笔，满期提醒研究停止党籍，联系上了就停。
        </Empty>
      ) : (
        <Sentence note="失联满 6 个月应研究停止党籍；每次查找都要记下，联系上时钟就停" step={step}>
          失去联系 <Count of={all} /> 人
          {due > 0 ? (
            <>
              ，<Count of={due} stress /> 人已满期
            </>
          ) : null}
          。
        </Sentence>
      )}
      {all > 0 ? (
        <Filters
          choices={
            <FilterChoices
              choices={[
                { key: undefined, word: '全部', count: all },
                ...keysOf(lossStages).map((key) => ({
                  key,
                  word: lossStages[key],
                  count: lost.stages[key] ?? 0,
                })),
              ]}
              chosen={stage}
              choose={(next) => change({ stage: next, page: undefined })}
            />
          }
        >
          {null}
        </Filters>
      ) : null}
      {isLosing ? <LoseSomebody close={() => setIsLosing(false)} /> : null}
    </>
  )
}
