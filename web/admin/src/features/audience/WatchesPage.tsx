import type { EntryOf, Output } from '@zhixing/contract'
import { hours } from '@zhixing/kit/format/hours.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { Shape } from '@zhixing/kit/ui/Shape.tsx'
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
import { usePage } from '../../ui/list/use-page.ts'
import { NewWatch } from './NewWatch.tsx'
import { Parts } from './Parts.tsx'
import { WatchPanel } from './WatchPanel.tsx'

type Row = Output<EntryOf<'audience.watches'>>['rows'][number]

const size = 20

const columns: Column<Row>[] = [
  {
    key: 'name',
    title: '群体',
    width: 'minmax(8rem, 1fr)',
    narrow: true,
    cell: ({ unitId, watchId, name }) => <LineLink open={`${unitId}~${watchId}`}>{name}</LineLink>,
  },
  {
    key: 'sentence',
    title: '谁在里面',
    width: 'minmax(10rem, 1.5fr)',
    cell: ({ sentence }) => sentence,
  },
  {
    key: 'target',
    title: '目标',
    width: 'minmax(9rem, 1fr)',
    cell: ({ year, targetMinutes, targetShare }) =>
      `${String(year)} 年 ${hours(targetMinutes)} 学时，${String(targetShare)}% 达到`,
  },
  {
    key: 'reached',
    title: '已达到',
    width: '6rem',
    number: true,
    narrow: true,
    cell: ({ reached, people }) => `${String(reached)}/${String(people)}`,
  },
  {
    key: 'state',
    title: '目标达成',
    width: '6rem',
    cell: ({ isReached }) => (
      <>
        <Shape name={isReached ? 'check' : 'half'} /> {isReached ? '已达成' : '未达成'}
      </>
    ),
  },
]

/** The groups that are watched more closely than others, each with a target of its own. */
export function WatchesPage() {
  const { organizationId } = useOrganization()
  const { open } = useSearch({ from: '/shell/audiences/watches' })
  const may = useMay()
  const [isSetting, setIsSetting] = useState(false)
  const [page] = usePage()
  const answer = useAnswer('audience.watches', { organizationId, page, size })
  const step = may('audience.save') ? (
    <Button type="primary" onClick={() => setIsSetting(true)}>
      盯住一个群体
    </Button>
  ) : null
  return (
    <Page>
      <Parts />
      <Answered answer={answer}>
        {({ rows, total }) => {
          const behind = rows.filter(({ isReached }) => !isReached).length
          return total === 0 ? (
            <Empty
              title="还没有重点群体"
              example="非公党组织书记 18 人，目标 56 学时、90% 达到，现在 12 人达到。"
              step={step}
            >
              非公党组织书记、新党员、流动党员等，各定各的目标，随时看到谁还没有达到。
            </Empty>
          ) : (
            <>
              <Sentence note="按学时台账即时计算；点开看没有达到的人" step={step}>
                {total} 个重点群体，
                {total > rows.length ? '这一页' : ''}
                <Count of={behind} stress={behind > 0} /> 个没有达成目标。
              </Sentence>
              <DataList
                label="重点群体"
                columns={columns}
                rows={rows}
                keyOf={({ watchId }) => watchId}
              />
              <Pager page={page} size={size} total={total} />
            </>
          )
        }}
      </Answered>
      <WatchPanel open={open} />
      {isSetting ? <NewWatch close={() => setIsSetting(false)} /> : null}
    </Page>
  )
}
