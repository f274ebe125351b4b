import { fullDay, monthDay } from '@zhixing/kit/format/day.ts'
import { hours } from '@zhixing/kit/format/hours.ts'
import { HoursStrip, alongOf, endOf } from '@zhixing/kit/ui/HoursStrip.tsx'
import { StandingMark } from '@zhixing/kit/ui/StandingMark.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { LineLink } from '../../ui/list/LineLink.tsx'
import styles from './Board.module.css'
import { keyOf, type Board, type BoardRow } from './board.ts'

/** Hours as strips on one axis; classes and lessons as counts with their deadline. */
export function boardColumns(board: Board): Column<BoardRow>[] {
  const end = endOf(board)
  return [
    ...(hasSeveralBranches(board) ? who : who.filter(({ key }) => key !== 'branch')),
    ...(board.requirement.measure === 'minutes' ? hourColumns(end) : timesColumns),
    {
      key: 'coming',
      title: '接下来',
      width: '12rem',
      cell: ({ coming, excuse }) => (
        <span className={styles.soft}>
          {coming ? `${monthDay(coming.day)} ${coming.title}` : (excuse ?? '—')}
        </span>
      ),
    },
  ]
}

function hasSeveralBranches({ rows }: Board): boolean {
  return rows.some(({ organizationId }) => organizationId !== rows[0]?.organizationId)
}

const who: Column<BoardRow>[] = [
  {
    key: 'name',
    title: '姓名',
    width: '5rem',
    narrow: true,
    cell: (row) => <LineLink open={keyOf(row)}>{row.name}</LineLink>,
  },
  {
    key: 'branch',
    title: '党支部',
    width: 'minmax(7rem, 10rem)',
    cell: ({ branchName }) => <span className={styles.soft}>{branchName}</span>,
  },
  {
    key: 'cohort',
    title: '类别',
    width: '8rem',
    spare: true,
    cell: ({ cohort }) => <span className={styles.soft}>{cohort}</span>,
  },
  {
    key: 'standing',
    title: '状态',
    width: '5.5rem',
    narrow: true,
    cell: ({ standing }) => <StandingMark standing={standing} />,
  },
]

function hourColumns(end: number): Column<BoardRow>[] {
  return [
    {
      key: 'strip',
      title: '学时条',
      head: <Scale end={end} />,
      width: 'minmax(8rem, 1fr)',
      narrow: true,
      cell: (row) => <HoursStrip {...row} end={end} />,
    },
    {
      key: 'done',
      title: '已学',
      width: '3.5rem',
      number: true,
      narrow: true,
      cell: ({ doneMinutes }) => hours(doneMinutes),
    },
    {
      key: 'gap',
      title: '还差',
      width: '3.5rem',
      number: true,
      cell: ({ dueYearMinutes, doneMinutes, standing }) =>
        standing !== 'excused' && dueYearMinutes > doneMinutes
          ? hours(dueYearMinutes - doneMinutes)
          : '—',
    },
  ]
}

const timesColumns: Column<BoardRow>[] = [
  {
    key: 'times',
    title: '已完成',
    width: '5rem',
    number: true,
    narrow: true,
    cell: ({ times }) => (times ? `${times.done} / ${times.due} 次` : '—'),
  },
  {
    key: 'deadline',
    title: '期限',
    width: 'minmax(6rem, 1fr)',
    narrow: true,
    cell: ({ times }) => (times ? fullDay(times.deadline) : '—'),
  },
]

function Scale({ end }: { end: number }) {
  const ticks = Array.from({ length: 5 }, (_, at) => (at * end) / 5)
  return (
    <span className={styles.scale}>
      {ticks.map((minutes) => (
        <i key={minutes} style={{ left: alongOf(minutes, end) }}>
          {Math.round(minutes / 60)}
        </i>
      ))}
    </span>
  )
}
