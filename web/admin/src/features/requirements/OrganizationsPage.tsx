import type { EntryOf, Output } from '@zhixing/contract'
import { hours } from '@zhixing/kit/format/hours.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useOrganization } from '../../app/organization.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Page } from '../../ui/Page.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { DataList } from '../../ui/list/DataList.tsx'
import { AskedBar } from './AskedBar.tsx'
import { GroupStrip } from './GroupStrip.tsx'
import styles from './Groups.module.css'

type Tree = Output<EntryOf<'requirements.organizations'>>
type Row = Tree['rows'][number]

/** One strip for each organization directly below; the name goes one level down. */
export function OrganizationsPage() {
  const { organizationId } = useOrganization()
  const search = useSearch({ from: '/shell/requirements/organizations' })
  const answer = useAnswer('requirements.organizations', { organizationId, ...search })
  return (
    <Page>
      <Answered answer={answer}>
        {(tree) => (
          <>
            <Headline tree={tree} />
            <AskedBar search={search} />
            {tree.rows.length > 0 ? <List tree={tree} /> : <NoneBelow />}
          </>
        )}
      </Answered>
    </Page>
  )
}

function Headline({ tree }: { tree: Tree }) {
  const { people, counts, rows, organizationName, requirement, year } = tree
  const lagging = rows.filter(({ counts: { atRisk } }) => atRisk > 0).length
  const share = people === 0 ? 0 : Math.round((counts.met / people) * 1000) / 10
  return (
    <Sentence
      note={`${organizationName} · ${year} 年度 · ${requirement.sentence}（${requirement.clause}）`}
    >
      应学 <Count of={people.toLocaleString('zh-CN')} /> 人，达标 <Count of={`${share}%`} />
      {lagging > 0 ? (
        <>
          ，<Count of={lagging} stress /> 个下级组织有人需要补训。
        </>
      ) : (
        '，没有需要补训的下级组织。'
      )}
    </Sentence>
  )
}

function List({ tree }: { tree: Tree }) {
  const { choose } = useOrganization()
  const navigate = useNavigate()
  const enter = ({ organizationId, hasBelow }: Row) => {
    choose(organizationId)
    if (!hasBelow) void navigate({ to: '/requirements', search: (now) => now })
  }
  const isHours = tree.requirement.measure === 'minutes'
  return (
    <DataList
      label="下级党组织的达标情况"
      columns={columnsOf(isHours, enter)}
      rows={tree.rows}
      keyOf={({ organizationId }) => organizationId}
      totals={{
        name: `${tree.rows.length} 个`,
        people: tree.people.toLocaleString('zh-CN'),
        atRisk: tree.counts.atRisk,
        gap: isHours ? hours(tree.gapMinutes) : '—',
      }}
    />
  )
}

function columnsOf(isHours: boolean, enter: (row: Row) => void): Column<Row>[] {
  return [
    {
      key: 'name',
      title: '党组织',
      width: 'minmax(8rem, 16rem)',
      narrow: true,
      cell: (row) => (
        <Button type="link" className={styles.name ?? ''} onClick={() => enter(row)} data-line>
          {row.name}
        </Button>
      ),
    },
    {
      key: 'people',
      title: '应学',
      width: '4rem',
      number: true,
      cell: ({ people }) => people.toLocaleString('zh-CN'),
    },
    {
      key: 'strip',
      title: '达标、按进度、落后、需补训',
      width: 'minmax(6rem, 1fr)',
      narrow: true,
      cell: (row) => <GroupStrip {...row} />,
    },
    {
      key: 'met',
      title: '达标率',
      width: '5rem',
      number: true,
      narrow: true,
      cell: ({ people, counts }) =>
        people === 0 ? '—' : `${Math.round((counts.met / people) * 1000) / 10}%`,
    },
    {
      key: 'atRisk',
      title: '需补训',
      width: '4rem',
      number: true,
      cell: ({ counts }) => counts.atRisk || '—',
    },
    {
      key: 'gap',
      title: '共差（学时）',
      width: '6rem',
      number: true,
      cell: ({ gapMinutes }) => (isHours ? hours(gapMinutes) : '—'),
    },
  ]
}

function NoneBelow() {
  return (
    <Empty
      title="下面没有可以比较的党组织"
      step={<LinkButton to="/requirements">看本支部每个人</LinkButton>}
    >
      支部直接按人看；党委、党总支在这里逐个看下级的达标情况。
    </Empty>
  )
}
