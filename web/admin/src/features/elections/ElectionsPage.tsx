import type { EntryOf, Output } from '@zhixing/contract'
import { electionScopes, electionStates } from '@zhixing/contract/election-words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { Shape, type ShapeName } from '@zhixing/kit/ui/Shape.tsx'
import { useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useOrganization } from '../../app/organization.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { Page } from '../../ui/Page.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { ElectionPanel } from './ElectionPanel.tsx'
import details from '../../ui/Details.module.css'
import styles from './Elections.module.css'
import { SlateForm } from './SlateForm.tsx'

type Shown = Output<EntryOf<'elections.list'>>
type Row = Shown['rows'][number]

const size = 50

/** Elections at and below an organization: who stands, how far it is, who was elected. */
export function ElectionsPage() {
  const { organizationId } = useOrganization()
  const { page = 1, open } = useSearch({ from: '/shell/elections' })
  const change = useSearchChange()
  const [isNew, setNew] = useState(false)
  const answer = useAnswer('elections.list', { organizationId, page, size })
  const [unitId, electionId] = open?.split(':') ?? []
  return (
    <Page>
      <Answered answer={answer}>
        {(shown) => (
          <>
            <Sentence note="先报候选人预备人选批复，再在党员大会无记名投票；到会不少于五分之四，赞成超过实到会人数的半数当选。">
              正在进行的选举 <Count of={shown.going} stress={shown.going > 0} /> 次，共{' '}
              <Count of={shown.total} /> 次。
            </Sentence>
            {shown.mayHold && shown.isBranch ? (
              <p className={styles.bar}>
                <Button type="primary" onClick={() => setNew(true)}>
                  拟定选举方案
                </Button>
              </p>
            ) : null}
            <Elections shown={shown} page={page} />
            <DetailPanel title="拟定选举方案" open={isNew} onClose={() => setNew(false)}>
              <SlateForm
                organizationId={organizationId}
                election={undefined}
                done={(key) => {
                  setNew(false)
                  change({ open: `${key.unitId}:${key.electionId}` })
                }}
              />
            </DetailPanel>
            <DetailPanel
              title="换届选举"
              open={electionId !== undefined && !isNew}
              onClose={() => change({ open: undefined })}
            >
              {unitId && electionId ? (
                <ElectionPanel key={electionId} unitId={unitId} electionId={electionId} />
              ) : null}
            </DetailPanel>
          </>
        )}
      </Answered>
    </Page>
  )
}

const shapes: Record<Row['state'], ShapeName> = {
  draft: 'ring',
  approved: 'half',
  concluded: 'check',
  withdrawn: 'dashed',
}

const columns: Column<Row>[] = [
  {
    key: 'branch',
    title: '党支部',
    width: 'minmax(10rem, 1fr)',
    narrow: true,
    cell: ({ unitId, electionId, organizationName }) => (
      <LineLink open={`${unitId}:${electionId}`}>{organizationName}</LineLink>
    ),
  },
  { key: 'scope', title: '选举', width: '10rem', cell: ({ scope }) => electionScopes[scope] },
  {
    key: 'seats',
    title: '候选/应选',
    width: '7rem',
    cell: ({ candidates, seats }) => `${String(candidates)}/${String(seats)}`,
  },
  { key: 'elected', title: '当选', width: '5rem', cell: ({ elected }) => String(elected) },
  { key: 'day', title: '拟定日期', width: '8rem', cell: ({ at }) => at },
  {
    key: 'state',
    title: '状态',
    width: '8rem',
    narrow: true,
    cell: ({ state }) => (
      <span className={details.mark}>
        <Shape name={shapes[state]} />
        {electionStates[state]}
      </span>
    ),
  },
]

function Elections({ shown, page }: { shown: Shown; page: number }) {
  if (shown.total === 0)
    return (
      <Empty title="没有选举">
        {shown.isBranch
          ? '任期届满前拟定选举方案：应选几名、候选人是谁；差额不少于应选人数的两成。'
          : '支部拟定选举方案以后，在这里批复候选人、登记选出的班子。'}
      </Empty>
    )
  return (
    <>
      <DataList
        label="选举"
        columns={columns}
        rows={shown.rows}
        keyOf={({ electionId }) => electionId}
      />
      <Pager page={page} size={size} total={shown.total} />
    </>
  )
}
