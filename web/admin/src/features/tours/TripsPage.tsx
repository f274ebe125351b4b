import type { EntryOf, Output } from '@zhixing/contract'
import { deliveryModes, lecturerRoles, tripStates } from '@zhixing/contract/tour-words.ts'
import { moment } from '@zhixing/kit/format/day.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useMay } from '../../app/me.ts'
import { useOrganization } from '../../app/organization.ts'
import { Page } from '../../ui/Page.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { Parts } from './Parts.tsx'
import { PlanTrip } from './PlanTrip.tsx'
import { TripPanel } from './TripPanel.tsx'

type Row = Output<EntryOf<'tours.trips'>>['rows'][number]

const size = 50

const columns: Column<Row>[] = [
  {
    key: 'topic',
    title: '讲什么',
    width: 'minmax(9rem, 2fr)',
    narrow: true,
    cell: ({ unitId, tripId, topic }) => <LineLink open={`${unitId}~${tripId}`}>{topic}</LineLink>,
  },
  {
    key: 'at',
    title: '时间',
    width: '9rem',
    narrow: true,
    cell: ({ startsAt }) => moment(startsAt),
  },
  {
    key: 'where',
    title: '送到哪里',
    width: 'minmax(8rem, 1fr)',
    cell: ({ organizationName, place }) => `${organizationName}，${place}`,
  },
  {
    key: 'who',
    title: '送课人',
    width: 'minmax(8rem, 1fr)',
    cell: ({ lecturerName, lecturerRole }) => `${lecturerName}，${lecturerRoles[lecturerRole]}`,
  },
  {
    key: 'mode',
    title: '方式',
    width: '7rem',
    spare: true,
    cell: ({ mode }) => deliveryModes[mode],
  },
  {
    key: 'state',
    title: '状态',
    width: '8rem',
    narrow: true,
    cell: ({ state, present, guests }) =>
      state === 'held' ? `已讲，${String(present + guests)} 人听` : tripStates[state],
  },
]

/** Who goes where on which day, and how many came. */
export function TripsPage() {
  const { organizationId } = useOrganization()
  const { page = 1, open } = useSearch({ from: '/shell/tours/trips' })
  const change = useSearchChange()
  const may = useMay()
  const [isPlanning, setIsPlanning] = useState(false)
  const answer = useAnswer('tours.trips', { organizationId, page, size })
  const step = may('tours.manage') ? (
    <Button type="primary" onClick={() => setIsPlanning(true)}>
      排一次送课
    </Button>
  ) : null
  return (
    <Page>
      <Parts />
      <Answered answer={answer}>
        {({ rows, total }) =>
          total === 0 ? (
            <Empty
              title="还没有送课"
              example="6 月 1 日 9 时，东河村，宋讲师讲乡村振兴。"
              step={step}
            >
              从点课排定，或直接排流动党校的巡回日程；讲完登记谁听了，党员记学时。
            </Empty>
          ) : (
            <>
              <Headline rows={rows} total={total} step={step} />
              <DataList
                label="送课日程"
                columns={columns}
                rows={rows}
                keyOf={({ tripId }) => tripId}
              />
              <Pager page={page} size={size} total={total} />
            </>
          )
        }
      </Answered>
      <TripPanel open={open} close={() => change({ open: undefined })} />
      {isPlanning ? <PlanTrip close={() => setIsPlanning(false)} /> : null}
    </Page>
  )
}

type HeadlineProps = { rows: Row[]; total: number; step: React.ReactNode }

function Headline({ rows, total, step }: HeadlineProps) {
  const planned = rows.filter(({ state }) => state === 'planned').length
  const heard = rows.reduce((sum, { present, guests }) => sum + present + guests, 0)
  return (
    <Sentence note={`共 ${String(total)} 次，排定的在前`} step={step}>
      还有 <Count of={planned} /> 次没讲，已讲的有 <Count of={heard} /> 人次听。
    </Sentence>
  )
}
