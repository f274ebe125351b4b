import type { EntryOf, Output } from '@zhixing/contract'
import { applicantStages } from '@zhixing/contract/development-words.ts'
import { thisDay } from '@zhixing/kit/format/clock.ts'
import { fromNow } from '@zhixing/kit/format/day.ts'
import { LineLink } from '../../ui/list/LineLink.tsx'
import type { Column } from '../../ui/list/columns.ts'
import details from '../../ui/Details.module.css'

type Row = Output<EntryOf<'development.board'>>['rows'][number]

export const boardColumns: Column<Row>[] = [
  {
    key: 'name',
    title: '姓名',
    width: '7rem',
    narrow: true,
    cell: ({ unitId, applicantId, name }) => (
      <LineLink to={`/development/${unitId}/${applicantId}`}>{name}</LineLink>
    ),
  },
  {
    key: 'branch',
    title: '党支部',
    width: 'minmax(8rem, 1fr)',
    cell: ({ organizationName }) => organizationName,
  },
  {
    key: 'stage',
    title: '阶段',
    width: '8rem',
    cell: ({ stage }) => applicantStages[stage],
  },
  {
    key: 'step',
    title: '下一步',
    width: 'minmax(10rem, 1fr)',
    narrow: true,
    cell: ({ turn }) => (turn ? `${turn.number}/25 ${turn.stepName}` : '已办结'),
  },
  {
    key: 'when',
    title: '时间',
    width: '12rem',
    narrow: true,
    cell: ({ turn }) => <When turn={turn} />,
  },
  {
    key: 'inspect',
    title: '下次考察',
    width: '8rem',
    cell: ({ inspectOn, isInspectionLate }) => (
      <span className={isInspectionLate ? details.late : undefined}>{inspectOn ?? '—'}</span>
    ),
  },
  { key: 'points', title: '积分', width: '5rem', number: true, cell: ({ points }) => points },
]

/** Until when it is to be done, or from when it may. */
function When({ turn }: Pick<Row, 'turn'>) {
  const today = thisDay()
  if (!turn) return '—'
  if (turn.earliestOn && turn.earliestOn > today) return `${turn.earliestOn} 起可办`
  if (!turn.dueOn) return '现在可办'
  return (
    <span className={turn.isLate ? details.late : undefined}>
      {turn.dueOn} 前，{fromNow(today, turn.dueOn)}
    </span>
  )
}
