import type { EntryOf, Output } from '@zhixing/contract'
import { thisDay } from '@zhixing/kit/format/clock.ts'
import { addDays } from '@zhixing/kit/format/day.ts'
import { hours } from '@zhixing/kit/format/hours.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { useOrganization } from '../../app/organization.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { MonthSwitch } from '../../ui/MonthSwitch.tsx'
import { Page } from '../../ui/Page.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { useSearchChange } from '../../ui/use-search-change.ts'
import styles from '../resources/Resources.module.css'
import { SiteBar } from './SiteBar.tsx'
import { monthWord } from './words.ts'

type Row = Output<EntryOf<'sites.statistics'>>['rows'][number]

const columns: Column<Row>[] = [
  {
    key: 'name',
    title: '党组织',
    width: 'minmax(9rem, 2fr)',
    narrow: true,
    cell: ({ organizationId, name }) => <LineLink open={organizationId}>{name}</LineLink>,
  },
  {
    key: 'reported',
    title: '已交/站点',
    width: '6rem',
    number: true,
    narrow: true,
    cell: ({ reported, sites }) => `${String(reported)}/${String(sites)}`,
  },
  { key: 'late', title: '逾期交', width: '5rem', number: true, cell: ({ late }) => late },
  { key: 'sessions', title: '活动', width: '5rem', number: true, cell: ({ sessions }) => sessions },
  { key: 'playbacks', title: '播放', width: '5rem', number: true, cell: (row) => row.playbacks },
  {
    key: 'open',
    title: '开放小时',
    width: '6rem',
    number: true,
    cell: (row) => hours(row.minutesOpen),
  },
  {
    key: 'people',
    title: '人次',
    width: '6rem',
    number: true,
    narrow: true,
    cell: (row) => row.attendance,
  },
  { key: 'faults', title: '有故障', width: '5rem', number: true, cell: ({ faults }) => faults },
]

/** One month by the organizations below; a line opens to the records that it adds up. */
export function MonthsPage() {
  const { organizationId } = useOrganization()
  const lastMonth = addDays(`${thisDay().slice(0, 8)}01`, -1).slice(0, 7)
  const { month = lastMonth, open } = useSearch({ from: '/shell/sites/months' })
  const change = useSearchChange()
  const answer = useAnswer('sites.statistics', { organizationId, month })
  return (
    <Page>
      <Answered answer={answer}>
        {({ dueOn, rows, total }) => (
          <>
            <Sentence note={`${dueOn} 前交的算按时；点开一行看逐个站点的记录。`}>
              {monthWord(month)}，<Count of={total.sites} /> 个站点交了{' '}
              <Count of={total.reported} /> 个，活动 <Count of={total.sessions} /> 场、播放{' '}
              <Count of={total.playbacks} /> 次、 <Count of={total.attendance} /> 人次。
            </Sentence>
            <SiteBar>
              <MonthSwitch month={month} />
            </SiteBar>
            {rows.length === 0 ? (
              <Empty title="还没有站点" example="红溪镇党委，12 个站点交了 11 个，播放 36 次。">
                登记站点以后，每月的使用记录在这里合计。
              </Empty>
            ) : (
              <DataList
                label="月度统计"
                columns={columns}
                rows={rows}
                keyOf={(row) => row.organizationId}
                totals={{
                  name: '合计',
                  reported: `${String(total.reported)}/${String(total.sites)}`,
                }}
              />
            )}
            <DetailPanel
              title={rows.find((row) => row.organizationId === open)?.name ?? '使用记录'}
              open={open !== undefined}
              onClose={() => change({ open: undefined })}
            >
              {open ? <Records organizationId={open} month={month} /> : null}
            </DetailPanel>
          </>
        )}
      </Answered>
    </Page>
  )
}

function Records({ organizationId, month }: { organizationId: string; month: string }) {
  const answer = useAnswer('sites.records', { organizationId, month, size: 200 })
  return (
    <Answered answer={answer}>
      {({ rows, total }) => (
        <div className={styles.panel}>
          <p>
            {monthWord(month)}交了 {total} 个站点的记录。
          </p>
          <ul>
            {rows.map((one) => (
              <li key={one.siteId}>
                {one.name}：活动 {one.sessions} 场，播放 {one.playbacks} 次，{one.attendance} 人次
                <br />
                <small>
                  {one.organizationName}，开放 {hours(one.minutesOpen)} 小时
                  {one.faults ? `，故障：${one.faults}` : ''}，{one.reportedOn} {one.byName}交
                  {one.isLate ? '（逾期）' : ''}
                </small>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Answered>
  )
}
