import type { EntryOf, Output } from '@zhixing/contract'
import { studyForms, studyStates } from '@zhixing/contract/study-words.ts'
import { monthDay, moment } from '@zhixing/kit/format/day.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { Select } from 'antd'
import { useOrganization } from '../../app/organization.ts'
import { Page } from '../../ui/Page.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { Filters } from '../../ui/list/Filters.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { YearSelect } from '../../ui/YearSelect.tsx'
import { Parts } from './Parts.tsx'
import { SessionPanel } from './SessionPanel.tsx'
import styles from './StudyGroups.module.css'

type Row = Output<EntryOf<'studyGroups.sessions'>>['rows'][number]

const size = 50

export const sessionColumns: Column<Row>[] = [
  {
    key: 'title',
    title: '主题',
    width: 'minmax(10rem, 2fr)',
    narrow: true,
    cell: ({ unitId, sessionId, title }) => (
      <LineLink open={`${unitId}~${sessionId}`}>{title}</LineLink>
    ),
  },
  {
    key: 'at',
    title: '时间',
    width: '9rem',
    narrow: true,
    cell: ({ startsAt }) => moment(startsAt),
  },
  { key: 'form', title: '形式', width: '6rem', cell: ({ form }) => studyForms[form] },
  {
    key: 'there',
    title: '实到/应到',
    width: '6rem',
    number: true,
    cell: ({ hasRecord, isClosed, present, due }) =>
      hasRecord ? `${isClosed ? String(present) : '—'}/${String(due)}` : '—',
  },
  {
    key: 'observers',
    title: '旁听',
    width: '7rem',
    spare: true,
    cell: ({ observers }) => observers.map(({ name }) => name).join('、') || '—',
  },
  {
    key: 'state',
    title: '一学一报',
    width: '10rem',
    narrow: true,
    cell: (row) => <State row={row} />,
  },
]

function State({ row: { state, dueOn, isLate } }: { row: Row }) {
  if (state === 'overdue') return <b className={styles.late}>逾期（应在{monthDay(dueOn)}前）</b>
  if (state === 'owed') return `${monthDay(dueOn)}前上报`
  return `${studyStates[state]}${isLate ? '（迟报）' : ''}`
}

const groupColumn: Column<Row> = {
  key: 'group',
  title: '中心组',
  width: 'minmax(9rem, 1fr)',
  cell: ({ groupName }) => groupName,
}

/** What the groups did, and which reports are owed. */
export function SessionsPage() {
  const { organizationId } = useOrganization()
  const { page = 1, state, open, year } = useSearch({ from: '/shell/study-groups/sessions' })
  const change = useSearchChange()
  const answer = useAnswer('studyGroups.sessions', {
    organizationId,
    state: state ?? null,
    page,
    size,
    ...(year ? { year } : {}),
  })
  const [first, ...rest] = sessionColumns
  const columns = first ? [first, groupColumn, ...rest] : rest
  return (
    <Page>
      <Parts />
      <Answered answer={answer}>
        {({ rows, total, overdue, owed, year: shownYear }) =>
          total === 0 && !state ? (
            <Empty
              title={`${String(shownYear)} 年还没有安排学习`}
              example="5 月 12 日 9 时，集体研讨“学习党的创新理论”，应到 7 人。"
            >
              在中心组里安排学习，成员会收到通知；学习后点名、记录、办结，再上报。
            </Empty>
          ) : (
            <>
              <Headline year={shownYear} overdue={overdue} owed={owed} />
              <Filters choices={<YearSelect year={shownYear} />}>
                <Select
                  aria-label="一学一报状态"
                  style={{ minWidth: '9rem' }}
                  allowClear
                  placeholder="全部状态"
                  value={state ?? null}
                  options={choicesOf(studyStates)}
                  onChange={(next) => change({ state: next ?? undefined, page: undefined })}
                />
              </Filters>
              <DataList
                label="中心组学习"
                columns={columns}
                rows={rows}
                keyOf={({ sessionId }) => sessionId}
              />
              <Pager page={page} size={size} total={total} />
            </>
          )
        }
      </Answered>
      <SessionPanel open={open} close={() => change({ open: undefined })} />
    </Page>
  )
}

type Owing = { year: number; overdue: number; owed: number }

function Headline({ year, overdue, owed }: Owing) {
  return (
    <Sentence note={`${String(year)} 年，最近的在前`}>
      {overdue > 0 ? (
        <>
          有 <Count of={overdue} stress /> 份一学一报逾期，
        </>
      ) : (
        '一学一报没有逾期的，'
      )}
      <Count of={owed} /> 份在期限内待报。
    </Sentence>
  )
}
