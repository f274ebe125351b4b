import type { EntryOf, Output } from '@zhixing/contract'
import { ballotStates, ballotWays } from '@zhixing/contract/ballot-words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { Shape, type ShapeName } from '@zhixing/kit/ui/Shape.tsx'
import { useSearch } from '@tanstack/react-router'
import { useOrganization } from '../../app/organization.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Page } from '../../ui/Page.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { BallotPanel } from './BallotPanel.tsx'
import details from '../../ui/Details.module.css'

type Shown = Output<EntryOf<'ballots.list'>>
type Row = Shown['rows'][number]

const size = 50

/** Every secret vote at and below an organization: what on, who came, and what it came to. */
export function BallotsPage() {
  const { organizationId } = useOrganization()
  const { page = 1, open } = useSearch({ from: '/shell/ballots' })
  const change = useSearchChange()
  const answer = useAnswer('ballots.list', { organizationId, page, size })
  const [unitId, ballotId] = open?.split(':') ?? []
  return (
    <Page>
      <Answered answer={answer}>
        {(shown) => (
          <>
            <Sentence note="有表决权的人在发票时定下；谁投了什么，书记和管理员都查不到。">
              无记名投票 <Count of={shown.total} /> 次，正在投{' '}
              <Count of={shown.open} stress={shown.open > 0} /> 次。
            </Sentence>
            <Ballots shown={shown} page={page} />
            <DetailPanel
              title="投票与计票"
              open={ballotId !== undefined}
              onClose={() => change({ open: undefined })}
            >
              {unitId && ballotId ? (
                <BallotPanel key={ballotId} unitId={unitId} ballotId={ballotId} />
              ) : null}
            </DetailPanel>
          </>
        )}
      </Answered>
    </Page>
  )
}

const shapes: Record<Row['state'], ShapeName> = { open: 'half', closed: 'check', void: 'dashed' }

const columns: Column<Row>[] = [
  {
    key: 'title',
    title: '事项',
    width: 'minmax(12rem, 1fr)',
    narrow: true,
    cell: ({ unitId, ballotId, title, round }) => (
      <LineLink open={`${unitId}:${ballotId}`}>
        {title}
        {round > 1 ? `（第 ${String(round)} 轮）` : ''}
      </LineLink>
    ),
  },
  { key: 'kind', title: '类别', width: '9rem', cell: ({ kindName }) => kindName },
  {
    key: 'branch',
    title: '党组织',
    width: '12rem',
    cell: ({ organizationName }) => organizationName,
  },
  { key: 'way', title: '方式', width: '9rem', cell: ({ way }) => ballotWays[way] },
  { key: 'day', title: '日期', width: '7rem', cell: ({ openedOn }) => openedOn },
  {
    key: 'present',
    title: '实到/应到',
    width: '6rem',
    cell: ({ present, entitled }) => `${String(present)}/${String(entitled)}`,
  },
  {
    key: 'state',
    title: '状态',
    width: '6rem',
    narrow: true,
    cell: ({ state }) => (
      <span className={details.mark}>
        <Shape name={shapes[state]} />
        {ballotStates[state]}
      </span>
    ),
  },
]

function Ballots({ shown, page }: { shown: Shown; page: number }) {
  if (shown.total === 0)
    return (
      <Empty
        title="还没有投过票"
        step={<LinkButton to="/meetings/month">去本月组织生活</LinkButton>}
      >
        在党员大会、支委会的会议记录里提出议题，点完名就可以发票：手机无记名投票，或者打印选票。
      </Empty>
    )
  return (
    <>
      <DataList
        label="票决"
        columns={columns}
        rows={shown.rows}
        keyOf={({ ballotId }) => ballotId}
      />
      <Pager page={page} size={size} total={shown.total} />
    </>
  )
}
