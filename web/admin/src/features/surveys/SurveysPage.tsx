import type { EntryOf, Output } from '@zhixing/contract'
import { surveyKinds, surveyStates } from '@zhixing/contract/survey-words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useOrganization } from '../../app/organization.ts'
import { Page } from '../../ui/Page.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import type { Column } from '../../ui/list/columns.ts'
import styles from './Surveys.module.css'

type Row = Output<EntryOf<'surveys.list'>>['rows'][number]
const size = 50

const columns: Column<Row>[] = [
  {
    key: 'title',
    title: '问卷',
    width: 'minmax(10rem, 1fr)',
    narrow: true,
    cell: ({ unitId, surveyId, title }) => (
      <LineLink to={`/surveys/${unitId}/${surveyId}`}>{title}</LineLink>
    ),
  },
  { key: 'kind', title: '类别', width: '7rem', cell: ({ kind }) => surveyKinds[kind] },
  {
    key: 'organization',
    title: '谁发的',
    width: '11rem',
    cell: ({ organizationName }) => organizationName,
  },
  {
    key: 'anonymous',
    title: '方式',
    width: '4rem',
    cell: ({ isAnonymous }) => (isAnonymous ? '匿名' : '实名'),
  },
  { key: 'until', title: '截止', width: '7rem', cell: ({ until }) => until },
  {
    key: 'answered',
    title: '已答/应答',
    width: '7rem',
    number: true,
    narrow: true,
    cell: ({ answered, asked }) => `${String(answered)} / ${String(asked)}`,
  },
  { key: 'state', title: '状态', width: '5rem', cell: ({ state }) => surveyStates[state] },
]

/** What is asked of whom, and how many have answered. */
export function SurveysPage() {
  const { organizationId } = useOrganization()
  const { page = 1 } = useSearch({ from: '/shell/surveys' })
  const answer = useAnswer('surveys.list', { organizationId, page, size })
  const navigate = useNavigate()
  return (
    <Page>
      <Answered answer={answer}>
        {({ rows, total, open, asked, answered, mayManage }) => (
          <>
            <Sentence note="匿名问卷用盲签名的票：一人一份，查不到谁答了什么">
              正在进行 <Count of={open} /> 份问卷，应答 <Count of={asked} /> 人，已答{' '}
              <Count of={answered} /> 人。
            </Sentence>
            <div className={styles.bar}>
              <Button onClick={() => void navigate({ to: '/surveys/needs' })}>培训需求清单</Button>
              {mayManage ? (
                <Button type="primary" onClick={() => void navigate({ to: '/surveys/design' })}>
                  写问卷
                </Button>
              ) : null}
            </div>
            {rows.length === 0 ? (
              <Empty
                title="还没有问卷"
                example="党员教育培训需求调研：按年龄段各抽 100 人，匿名，6 月底前答完。"
              >
                从现成的模板开始：需求调研、满意度、课程评估、对照自查。
              </Empty>
            ) : (
              <>
                <DataList
                  label="问卷"
                  columns={columns}
                  rows={rows}
                  keyOf={({ surveyId }) => surveyId}
                />
                <Pager page={page} size={size} total={total} />
              </>
            )}
          </>
        )}
      </Answered>
    </Page>
  )
}
