import type { EntryOf, Output } from '@zhixing/contract'
import { studyMethods } from '@zhixing/contract/words.ts'
import { dayOf, thisDay } from '@zhixing/kit/format/clock.ts'
import { moment, monthDay } from '@zhixing/kit/format/day.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { Link, useSearch } from '@tanstack/react-router'
import { Select } from 'antd'
import { useOrganization } from '../../app/organization.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { Page } from '../../ui/Page.tsx'
import { YearSelect } from '../../ui/YearSelect.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { Filters } from '../../ui/list/Filters.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { useSearchChange } from '../../ui/use-search-change.ts'
import styles from './Meetings.module.css'

type Answer = Output<EntryOf<'meetings.regularity'>>
type Row = Answer['rows'][number]

const size = 50

const columns: Column<Row>[] = [
  {
    key: 'name',
    title: '党支部',
    width: 'minmax(9rem, 1.4fr)',
    narrow: true,
    cell: ({ organizationId, organizationName }) => (
      <LineLink open={organizationId}>{organizationName}</LineLink>
    ),
  },
  {
    key: 'index',
    title: '规律性',
    width: '5rem',
    number: true,
    narrow: true,
    cell: ({ index }) => index ?? '—',
  },
  {
    key: 'kept',
    title: '按期',
    width: '5rem',
    number: true,
    cell: ({ kept, over }) => `${kept}/${over}`,
  },
  {
    key: 'signs',
    title: '补记/集中/突击',
    width: '8rem',
    number: true,
    cell: ({ backDated, bulk, beforeCheck }) => `${backDated}/${bulk}/${beforeCheck}`,
  },
  {
    key: 'gap',
    title: '最长间隔',
    width: '6rem',
    number: true,
    cell: ({ longestGap }) => (longestGap > 0 ? `${longestGap} 天` : '—'),
  },
  {
    key: 'diversity',
    title: '多样性',
    width: '5rem',
    number: true,
    narrow: true,
    cell: ({ diversity }) => diversity ?? '—',
  },
  {
    key: 'methods',
    title: '用过的方法',
    width: 'minmax(9rem, 1.4fr)',
    cell: ({ methods }) =>
      methods.map(({ method, times }) => `${studyMethods[method]} ${times}`).join('，'),
  },
]

/** Held through the year or written up for whoever looks, and always the same way or not. */
export function RegularityPage() {
  const { organizationId } = useOrganization()
  const search = useSearch({ from: '/shell/meetings/regularity' })
  const { by: sort = 'index', page = 1, open } = search
  const year = search.year ?? Number(thisDay().slice(0, 4))
  const change = useSearchChange()
  const answer = useAnswer('meetings.regularity', { organizationId, year, sort, page, size })
  return (
    <Page>
      <Answered answer={answer}>
        {(regularity) => {
          const chosen = regularity.rows.find((row) => row.organizationId === open)
          return (
            <>
              <Headline regularity={regularity} year={year} />
              <Filters choices={<YearSelect year={year} />}>
                <Select
                  aria-label="排列"
                  value={sort}
                  options={[
                    { value: 'index', label: '规律性差的在前' },
                    { value: 'diversity', label: '方法单一的在前' },
                  ]}
                  onChange={(by) => change({ by, page: undefined })}
                />
              </Filters>
              {regularity.rows.length > 0 ? (
                <DataList
                  label="规律性与方法"
                  columns={columns}
                  rows={regularity.rows}
                  keyOf={(row) => row.organizationId}
                />
              ) : (
                <Empty title="还没有可以比较的支部">
                  有一期期满、或有一条记录关闭以后，这里显示规律性和方法。
                </Empty>
              )}
              <Pager page={page} size={size} total={regularity.total} />
              <DetailPanel
                title={chosen ? `${chosen.organizationName}的记录` : ''}
                open={chosen !== undefined}
                onClose={() => change({ open: undefined })}
              >
                {chosen ? <Records row={chosen} year={year} /> : null}
              </DetailPanel>
            </>
          )
        }}
      </Answered>
    </Page>
  )
}

function Headline({ regularity, year }: { regularity: Answer; year: number }) {
  const { index, diversity, marked, held } = regularity
  return (
    <Sentence note="规律性：按期开展的百分比，扣除开过以后才补记、多条旧记录同日关闭、检查前一周突击关闭的比重。多样性：任取两次活动方法不同的百分比。">
      {year}年规律性 <Count of={index ?? '—'} />
      ，方法多样性 <Count of={diversity ?? '—'} />；{held.toLocaleString('zh-CN')} 条记录中{' '}
      <Count of={marked} stress={marked > 0} /> 条有疑点。
    </Sentence>
  )
}

function Records({ row, year }: { row: Row; year: number }) {
  const { organizationId } = row
  const asked = { organizationId, year, page: 1, size: 200 }
  const answer = useAnswer('meetings.regularityRows', asked)
  return (
    <Answered answer={answer}>
      {({ rows }) => (
        <ul className={styles.records}>
          {rows.map(({ unitId, activityId, title, startsAt, closedAt, method, remarks }) => (
            <li key={activityId}>
              <Link to="/activities/$unitId/$activityId" params={{ unitId, activityId }}>
                {title}
              </Link>
              <span>
                {moment(startsAt)}，{studyMethods[method]}，{monthDay(dayOf(closedAt))}关闭
              </span>
              {remarks.length > 0 ? <p>{remarks.join('；')}</p> : null}
            </li>
          ))}
        </ul>
      )}
    </Answered>
  )
}
