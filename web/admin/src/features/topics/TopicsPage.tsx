import type { EntryOf, Output } from '@zhixing/contract'
import { topicStates } from '@zhixing/contract/life-words.ts'
import { monthDay } from '@zhixing/kit/format/day.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useMay } from '../../app/me.ts'
import { useOrganization } from '../../app/organization.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { Page } from '../../ui/Page.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { PushTopic } from './PushTopic.tsx'
import { TopicPanel } from './TopicPanel.tsx'

export type TopicRow = Output<EntryOf<'topics.list'>>['rows'][number]

const size = 50

const columns: Column<TopicRow>[] = [
  {
    key: 'title',
    title: '学习内容',
    width: 'minmax(12rem, 2fr)',
    narrow: true,
    cell: ({ topicId, title }) => <LineLink open={topicId}>{title}</LineLink>,
  },
  { key: 'from', title: '布置单位', width: 'minmax(8rem, 1fr)', cell: ({ from }) => from },
  { key: 'dueOn', title: '期限', width: '6rem', cell: ({ dueOn }) => monthDay(dueOn) },
  {
    key: 'branches',
    title: '学完/支部',
    width: '7rem',
    number: true,
    cell: ({ tally }) => `${tally.done}/${tally.branches}`,
  },
  {
    key: 'people',
    title: '已学/应学',
    width: '8rem',
    number: true,
    narrow: true,
    cell: ({ tally }) => `${tally.studied}/${tally.people}`,
  },
  {
    key: 'state',
    title: '状态',
    width: '6rem',
    narrow: true,
    cell: ({ state }) => topicStates[state],
  },
]

/** What was asked to be studied here and below, and how far it has come. */
export function TopicsPage() {
  const { organizationId } = useOrganization()
  const { page = 1, open } = useSearch({ from: '/shell/topics' })
  const answer = useAnswer('topics.list', { organizationId, page, size })
  const change = useSearchChange()
  const [isPushing, setIsPushing] = useState(false)
  const may = useMay()
  return (
    <Page>
      <Answered answer={answer}>
        {({ rows, total }) => {
          const chosen = rows.find(({ topicId }) => topicId === open)
          return (
            <>
              <Headline
                rows={rows}
                total={total}
                push={may('topics.push') ? () => setIsPushing(true) : undefined}
              />
              {total === 0 ? (
                <Empty
                  title="还没有布置学习内容"
                  example="“学习全会精神”，6月30日前学完，26 个支部中 19 个已学完。"
                >
                  上级布置的必学内容会列在这里；支部一键列入议程，谁学了自动统计。
                </Empty>
              ) : (
                <DataList
                  label="学习内容"
                  columns={columns}
                  rows={rows}
                  keyOf={({ topicId }) => topicId}
                />
              )}
              <Pager page={page} size={size} total={total} />
              <DetailPanel
                title={chosen?.title ?? ''}
                open={chosen !== undefined}
                onClose={() => change({ open: undefined })}
              >
                {chosen ? <TopicPanel key={chosen.topicId} topicId={chosen.topicId} /> : null}
              </DetailPanel>
              {isPushing ? <PushTopic close={() => setIsPushing(false)} /> : null}
            </>
          )
        }}
      </Answered>
    </Page>
  )
}

type HeadlineProps = { rows: TopicRow[]; total: number; push: (() => void) | undefined }

function Headline({ rows, total, push }: HeadlineProps) {
  const overdue = rows.filter(({ state }) => state === 'overdue').length
  return (
    <Sentence
      note="集中学、分批小班学、送学上门、自学都算，每人只计一次。"
      step={
        push ? (
          <Button type="primary" onClick={push}>
            布置学习内容
          </Button>
        ) : null
      }
    >
      布置了 <Count of={total} /> 项必学内容
      {overdue > 0 ? (
        <>
          ，<Count of={overdue} stress /> 项到期还没有学完
        </>
      ) : null}
      。
    </Sentence>
  )
}
