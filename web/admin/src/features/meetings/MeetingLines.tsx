import type { EntryOf, Output } from '@zhixing/contract'
import { activityKinds, meetingStates } from '@zhixing/contract/words.ts'
import { moment } from '@zhixing/kit/format/day.ts'
import { Shape, type ShapeName } from '@zhixing/kit/ui/Shape.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import type { Column } from '../../ui/list/columns.ts'
import details from '../../ui/Details.module.css'

export type MeetingRow = Output<EntryOf<'meetings.list'>>['rows'][number]

const shapes: Record<MeetingRow['state'], ShapeName> = {
  planned: 'ring',
  called: 'dashed',
  begun: 'half',
  closed: 'check',
  cancelled: 'cross',
}

export const meetingColumns: Column<MeetingRow>[] = [
  {
    key: 'title',
    title: '活动',
    width: 'minmax(12rem, 1.6fr)',
    narrow: true,
    cell: ({ unitId, activityId, title }) => (
      <LineLink to={`/activities/${unitId}/${activityId}`}>{title}</LineLink>
    ),
    text: ({ title }) => title,
  },
  {
    key: 'kind',
    title: '类别',
    width: '8rem',
    spare: true,
    cell: ({ kind }) => activityKinds[kind],
    text: ({ kind }) => activityKinds[kind],
  },
  {
    key: 'organization',
    title: '党组织',
    width: 'minmax(8rem, 1fr)',
    cell: ({ organizationName, groupName }) => [organizationName, groupName].join(' '),
    text: ({ organizationName, groupName }) => [organizationName, groupName].join(' ').trim(),
  },
  {
    key: 'startsAt',
    title: '时间',
    width: '8.5rem',
    narrow: true,
    cell: ({ startsAt }) => moment(startsAt),
    text: ({ startsAt }) => moment(startsAt),
  },
  {
    key: 'place',
    title: '地点',
    width: 'minmax(7rem, 1fr)',
    spare: true,
    cell: ({ place }) => place,
    text: ({ place }) => place,
  },
  {
    key: 'present',
    title: '实到/应到',
    width: '6rem',
    number: true,
    cell: ({ present, due }) => (due > 0 ? `${present}/${due}` : ''),
    text: ({ present, due }) => (due > 0 ? `${present}/${due}` : ''),
  },
  {
    key: 'state',
    title: '状态',
    width: '7.5rem',
    narrow: true,
    cell: ({ state, isLate }) => (
      <span className={details.mark}>
        <Shape name={shapes[state]} />
        {meetingStates[state]}
        {isLate ? '·补录' : ''}
      </span>
    ),
    text: ({ state, isLate }) => `${meetingStates[state]}${isLate ? '·补录' : ''}`,
  },
]

/** Many branches hold the same meetings: on a narrow screen whose it is says more than when it was. */
export const meetingColumnsOfMany = meetingColumns.map((column) => {
  if (column.key === 'organization') return { ...column, narrow: true, width: 'minmax(11rem, 1fr)' }
  return column.key === 'startsAt' ? { ...column, narrow: false } : column
})

export function MeetingLines({ rows, label }: { rows: MeetingRow[]; label: string }) {
  return (
    <DataList
      label={label}
      columns={meetingColumns}
      rows={rows}
      keyOf={({ activityId }) => activityId}
    />
  )
}
