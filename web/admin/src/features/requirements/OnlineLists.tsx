import type { EntryOf, Output } from '@zhixing/contract'
import { hours } from '@zhixing/kit/format/hours.ts'
import { useSearch } from '@tanstack/react-router'
import { Button, Checkbox } from 'antd'
import { useOrganization } from '../../app/organization.ts'
import { Section } from '../../ui/Page.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { DataList } from '../../ui/list/DataList.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import { useSearchChange } from '../../ui/use-search-change.ts'
import styles from './Groups.module.css'

type Online = Output<EntryOf<'requirements.month'>>
type Organization = Online['organizations'][number]
type Member = Online['rows'][number]

/** The league table of the organizations directly below. */
export function OnlineOrganizations({ rows }: { rows: Organization[] }) {
  const { choose } = useOrganization()
  return (
    <Section title="党组织排行" aside="按人均网络学时排序，点名称看下级">
      <DataList
        label="党组织网络学习排行"
        columns={organizationColumns(({ organizationId }) => choose(organizationId))}
        rows={rows}
        keyOf={({ organizationId }) => organizationId}
      />
    </Section>
  )
}

function organizationColumns(enter: (row: Organization) => void): Column<Organization>[] {
  const name: Column<Organization> = {
    key: 'name',
    title: '党组织',
    width: 'minmax(8rem, 1fr)',
    narrow: true,
    cell: (row) => (
      <Button type="link" className={styles.name ?? ''} onClick={() => enter(row)} data-line>
        {row.name}
      </Button>
    ),
  }
  return [
    name,
    { key: 'people', title: '应学', width: '4rem', number: true, cell: ({ people }) => people },
    { key: 'studied', title: '学了', width: '4rem', number: true, cell: ({ studied }) => studied },
    { key: 'met', title: '达到', width: '4rem', number: true, cell: ({ met }) => met },
    {
      key: 'mean',
      title: '人均学时',
      width: '6rem',
      number: true,
      narrow: true,
      cell: ({ minutes, people }) => (people === 0 ? '—' : hours(minutes / people)),
    },
  ]
}

const memberColumns: Column<Member>[] = [
  {
    key: 'rank',
    title: '名次',
    width: '4rem',
    number: true,
    narrow: true,
    cell: ({ rank }) => rank,
  },
  { key: 'name', title: '姓名', width: '7rem', narrow: true, cell: ({ name }) => name },
  {
    key: 'branch',
    title: '党支部',
    width: 'minmax(8rem, 1fr)',
    cell: ({ branchName }) => branchName,
  },
  {
    key: 'minutes',
    title: '网络学时',
    width: '6rem',
    number: true,
    narrow: true,
    cell: ({ minutes }) => hours(minutes),
  },
  {
    key: 'lack',
    title: '还差',
    width: '5rem',
    number: true,
    cell: ({ minutes, aim }) => (minutes < aim ? hours(aim - minutes) : '—'),
  },
]

/** The league table of the members, or those who lack it. */
export function OnlineMembers({ online, size }: { online: Online; size: number }) {
  const { lacking = false, page = 1 } = useSearch({ from: '/shell/requirements/online' })
  const change = useSearchChange()
  return (
    <Section
      title={lacking ? '还不够的党员' : '党员排行'}
      aside={
        <Checkbox
          checked={lacking}
          onChange={({ target }) =>
            change({ lacking: target.checked || undefined, page: undefined })
          }
        >
          只看还不够的
        </Checkbox>
      }
    >
      <DataList
        label="党员网络学习排行"
        columns={memberColumns}
        rows={online.rows}
        keyOf={({ memberId }) => memberId}
      />
      <Pager page={page} size={size} total={online.total} />
    </Section>
  )
}
