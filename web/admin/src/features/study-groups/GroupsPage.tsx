import type { EntryOf, Output } from '@zhixing/contract'
import { filingStates, studyPlanStates } from '@zhixing/contract/study-words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useOrganization } from '../../app/organization.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { Filters } from '../../ui/list/Filters.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import { SearchText } from '../../ui/list/SearchText.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { YearSelect } from '../../ui/YearSelect.tsx'
import { FoundGroup } from './FoundGroup.tsx'
import { Parts } from './Parts.tsx'
import { percent, Quarters } from './Quarters.tsx'
import styles from './StudyGroups.module.css'

type Shown = Output<EntryOf<'studyGroups.list'>>
type Row = Shown['rows'][number]

const size = 50

const columns: Column<Row>[] = [
  {
    key: 'name',
    title: '中心组',
    width: 'minmax(12rem, 2fr)',
    narrow: true,
    cell: ({ unitId, groupId, name }) => (
      <LineLink to={`/study-groups/${unitId}/${groupId}`}>{name}</LineLink>
    ),
  },
  {
    key: 'quarters',
    title: '各季研讨',
    width: '9rem',
    narrow: true,
    cell: ({ standing }) => <Quarters quarters={standing.quarters} />,
  },
  {
    key: 'held',
    title: '学习',
    width: '4rem',
    number: true,
    cell: ({ standing }) => standing.held,
  },
  {
    key: 'there',
    title: '到会率',
    width: '5rem',
    number: true,
    cell: ({ standing }) => percent(standing),
  },
  {
    key: 'observed',
    title: '旁听',
    width: '4rem',
    number: true,
    cell: ({ standing }) => standing.observed,
  },
  {
    key: 'overdue',
    title: '逾期未报',
    width: '6rem',
    number: true,
    narrow: true,
    cell: ({ standing: { overdue } }) =>
      overdue > 0 ? <b className={styles.late}>{overdue}</b> : 0,
  },
  {
    key: 'plan',
    title: '年度计划',
    width: '6rem',
    cell: ({ standing }) => studyPlanStates[standing.plan],
  },
  {
    key: 'filing',
    title: '报备',
    width: '6rem',
    spare: true,
    cell: ({ standing }) => filingStates[standing.filing],
  },
]

/** Every group of this place: whether it studies as the rules ask. */
export function GroupsPage() {
  const { organizationId } = useOrganization()
  const { page = 1, text, year } = useSearch({ from: '/shell/study-groups' })
  const [isFounding, setIsFounding] = useState(false)
  const answer = useAnswer('studyGroups.list', {
    organizationId,
    page,
    size,
    ...(text ? { text } : {}),
    ...(year ? { year } : {}),
  })
  return (
    <Page>
      <Parts />
      <Answered answer={answer}>
        {(shown) => {
          const step =
            shown.mayManage && shown.missing.length > 0 ? (
              <Button type="primary" onClick={() => setIsFounding(true)}>
                建中心组
              </Button>
            ) : null
          return (
            <>
              {shown.total === 0 && !text ? (
                <Empty
                  title="还没有理论学习中心组"
                  example="东河镇党委理论学习中心组：组长 1 人、成员 6 人，今年集体研讨 4 次。"
                  step={step}
                >
                  党委、党组建中心组，定年度计划，每季度至少集体研讨一次；学习后五天内上报。
                </Empty>
              ) : (
                <Listed shown={shown} step={step} page={page} text={text} />
              )}
              {isFounding ? (
                <FoundGroup missing={shown.missing} close={() => setIsFounding(false)} />
              ) : null}
            </>
          )
        }}
      </Answered>
    </Page>
  )
}

type ListedProps = {
  shown: Shown
  step: React.ReactNode
  page: number
  text: string | undefined
}

function Listed({ shown, step, page, text }: ListedProps) {
  const { rows, total, year, missing, missingCount } = shown
  return (
    <>
      <Headline shown={shown} step={step} />
      <Filters choices={<YearSelect year={year} />}>
        <SearchText label="按名称找中心组" placeholder="中心组名称" text={text} />
      </Filters>
      <DataList label="中心组" columns={columns} rows={rows} keyOf={({ groupId }) => groupId} />
      <Pager page={page} size={size} total={total} />
      {missing.length > 0 ? (
        <Section title={`还没有建中心组的 ${String(missingCount)} 个党组织`}>
          <p>
            {missing.map(({ name }) => name).join('、')}
            {missingCount > missing.length ? '等' : ''}
          </p>
        </Section>
      ) : null}
    </>
  )
}

function Headline({ shown, step }: { shown: Shown; step: React.ReactNode }) {
  const { total, kept, overdue, unseen, unfiled, quarter, year } = shown
  const notes = [
    `${String(year)} 年第 ${String(quarter)} 季度`,
    unseen > 0 ? `今年还有 ${String(unseen)} 个没有旁听到` : '今年都旁听到了',
    ...(unfiled > 0 ? [`${String(unfiled)} 个年度报备逾期`] : []),
  ]
  return (
    <Sentence note={notes.join('，')} step={step}>
      {total} 个中心组中 <Count of={kept} /> 个本季已集体研讨，
      {overdue > 0 ? (
        <>
          有 <Count of={overdue} stress /> 份一学一报逾期。
        </>
      ) : (
        '一学一报没有逾期的。'
      )}
    </Sentence>
  )
}
