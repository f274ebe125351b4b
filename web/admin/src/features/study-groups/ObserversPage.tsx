import type { EntryOf, Output } from '@zhixing/contract'
import { observationGrades, observationStates } from '@zhixing/contract/study-words.ts'
import { moment } from '@zhixing/kit/format/day.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useOrganization } from '../../app/organization.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import { PlainTable } from '../../ui/list/PlainTable.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { YearSelect } from '../../ui/YearSelect.tsx'
import { ObserverPool } from './ObserverPool.tsx'
import { Parts } from './Parts.tsx'
import { Proposal } from './Proposal.tsx'

type Shown = Output<EntryOf<'studyGroups.observations'>>
type Row = Shown['rows'][number]

const size = 50

const columns: Column<Row>[] = [
  {
    key: 'group',
    title: '中心组',
    width: 'minmax(10rem, 2fr)',
    narrow: true,
    cell: ({ groupName }) => groupName,
  },
  { key: 'title', title: '学习主题', width: 'minmax(9rem, 1fr)', cell: ({ title }) => title },
  { key: 'at', title: '时间', width: '9rem', cell: ({ startsAt }) => moment(startsAt) },
  { key: 'who', title: '旁听人', width: '6rem', narrow: true, cell: ({ name }) => name },
  {
    key: 'state',
    title: '评价',
    width: '8rem',
    narrow: true,
    cell: ({ state, grade, score }) =>
      grade ? `${observationGrades[grade]}，${String(score ?? 0)} 分` : observationStates[state],
  },
  {
    key: 'advice',
    title: '建议',
    width: 'minmax(8rem, 1fr)',
    spare: true,
    cell: ({ advice }) => advice,
  },
]

/** Whether every group is seen this year, by whom, and what they found. */
export function ObserversPage() {
  const { organizationId } = useOrganization()
  const { page = 1, year } = useSearch({ from: '/shell/study-groups/observers' })
  const [isProposing, setIsProposing] = useState(false)
  const answer = useAnswer('studyGroups.observations', {
    organizationId,
    page,
    size,
    ...(year ? { year } : {}),
  })
  return (
    <Page>
      <Answered answer={answer}>
        {(shown) => (
          <>
            <Parts>
              <YearSelect year={shown.year} />
            </Parts>
            <Headline
              shown={shown}
              step={
                shown.mayOversee ? (
                  <Button type="primary" onClick={() => setIsProposing(true)}>
                    派旁听
                  </Button>
                ) : null
              }
            />
            {isProposing ? <Proposal close={() => setIsProposing(false)} /> : null}
            <Records shown={shown} page={page} />
            <ObserverPool mayOversee={shown.mayOversee} />
            <Years shown={shown} />
          </>
        )}
      </Answered>
    </Page>
  )
}

function Records({ shown, page }: { shown: Shown; page: number }) {
  const { year, rows, total } = shown
  return (
    <Section title="旁听记录">
      {total === 0 ? (
        <p>{year} 年还没有派过旁听。先登记旁听人员，再按最省路程派到各中心组。</p>
      ) : (
        <>
          <DataList
            label="旁听记录"
            columns={columns}
            rows={rows}
            keyOf={({ observationId }) => observationId}
          />
          <Pager page={page} size={size} total={total} />
        </>
      )}
    </Section>
  )
}

function Years({ shown: { year, years, unseen, groups, seen } }: { shown: Shown }) {
  return (
    <>
      <Section title="五年累计">
        <PlainTable
          columns={['年度', '旁听场次', '旁听到的中心组', '中心组']}
          rows={years.map((one) => [one.year, one.times, one.seen, one.groups].map(String))}
        />
      </Section>
      {unseen.length > 0 ? (
        <Section title={`${String(year)} 年还没有旁听到的`}>
          <p>
            {unseen.map(({ groupName }) => groupName).join('、')}
            {groups - seen > unseen.length ? `等 ${String(groups - seen)} 个` : ''}
          </p>
        </Section>
      ) : null}
    </>
  )
}

function Headline({ shown, step }: { shown: Shown; step: React.ReactNode }) {
  const { groups, seen, times, year } = shown
  const left = groups - seen
  return (
    <Sentence note={`五年累计旁听 ${String(times)} 场次；以填过旁听记录表的为准`} step={step}>
      {year} 年 {groups} 个中心组旁听到 <Count of={seen} /> 个，
      {left > 0 ? (
        <>
          还差 <Count of={left} stress /> 个。
        </>
      ) : (
        '已全覆盖。'
      )}
    </Sentence>
  )
}
