import type { EntryOf, Output } from '@zhixing/contract'
import { surveyKinds, surveyStates } from '@zhixing/contract/survey-words.ts'
import { fullDay } from '@zhixing/kit/format/day.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { useOrganization } from '../../app/organization.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
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
  { key: 'kind', title: '类别', width: '7rem', spare: true, cell: ({ kind }) => surveyKinds[kind] },
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
  { key: 'until', title: '截止', width: '9rem', cell: ({ until }) => fullDay(until) },
  {
    key: 'answered',
    title: '已答/应答',
    width: '7rem',
    number: true,
    narrow: true,
    cell: ({ answered, asked }) =>
      `${answered.toLocaleString('zh-CN')}/${asked.toLocaleString('zh-CN')}`,
  },
  { key: 'state', title: '状态', width: '5rem', cell: ({ state }) => surveyStates[state] },
]

/** What is asked of whom, and how many have answered. */
export function SurveysPage() {
  const { organizationId } = useOrganization()
  const { page = 1 } = useSearch({ from: '/shell/surveys' })
  const answer = useAnswer('surveys.list', { organizationId, page, size })
  return (
    <Page>
      <Answered answer={answer}>
        {({ rows, total, open, asked, answered, mayManage }) => (
          <>
            <Sentence
              note="匿名问卷一人一份，谁也查不到哪份是谁的；需求调研的结果可以列入培训需求清单，再进计划。"
              step={
                mayManage ? (
                  <LinkButton to="/surveys/design" primary>
                    写问卷
                  </LinkButton>
                ) : null
              }
            >
              正在进行 <Count of={open} /> 份问卷，请了 <Count of={asked} /> 人次，已答{' '}
              <Count of={answered} /> 人次。
            </Sentence>
            <div className={styles.bar}>
              <LinkButton to="/surveys/needs">培训需求清单</LinkButton>
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
