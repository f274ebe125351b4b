import { accountStates } from '@zhixing/contract/account-words.ts'
import { officeNames } from '@zhixing/contract/words.ts'
import { moment } from '@zhixing/kit/format/day.ts'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { choicesOf, keysOf } from '@zhixing/kit/words.ts'
import { useSearch } from '@tanstack/react-router'
import { Select } from 'antd'
import { DataList } from '../../../ui/list/DataList.tsx'
import { FilterChoices } from '../../../ui/list/FilterChoices.tsx'
import { Filters } from '../../../ui/list/Filters.tsx'
import { LineLink } from '../../../ui/list/LineLink.tsx'
import { Pager } from '../../../ui/list/Pager.tsx'
import { SearchText } from '../../../ui/list/SearchText.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { useSearchChange } from '../../../ui/use-search-change.ts'
import { AccountState } from './AccountState.tsx'
import { pageSize } from './page-size.ts'
import { Sweep } from './Sweep.tsx'
import type { List, Row } from './types.ts'

const columns: Column<Row>[] = [
  {
    key: 'name',
    title: '姓名',
    width: 'minmax(6rem, 1fr)',
    narrow: true,
    cell: ({ id, name }) => <LineLink open={id}>{name}</LineLink>,
  },
  {
    key: 'login',
    title: '登录名',
    width: 'minmax(8rem, 1fr)',
    spare: true,
    cell: ({ login }) => login,
  },
  {
    key: 'organization',
    title: '所在组织',
    width: 'minmax(9rem, 1.5fr)',
    cell: ({ organizationName }) => organizationName,
  },
  {
    key: 'offices',
    title: '职务',
    width: 'minmax(9rem, 1.5fr)',
    narrow: true,
    cell: officesSaid,
  },
  {
    key: 'state',
    title: '状态',
    width: '7rem',
    narrow: true,
    cell: ({ state }) => <AccountState state={state} />,
  },
  {
    key: 'seen',
    title: '最近登录',
    width: '9rem',
    cell: ({ signedInAt }) => (signedInAt ? moment(signedInAt) : '从未'),
  },
]

function officesSaid({ offices, isMember }: Row): string {
  if (offices.length === 0) return isMember ? '党员' : '无职务'
  return offices
    .map(({ office, organizationName }) => `${organizationName} · ${officeNames[office]}`)
    .join('、')
}

export function AccountList({ list }: { list: List }) {
  const { page = 1, state } = useSearch({ from: '/shell/accounts' })
  const { rows, total } = list
  const isWhole = Object.values(list.counts).every((count) => count === 0)
  return (
    <>
      <AccountFilters list={list} />
      {total === 0 ? (
        <Empty
          title={isWhole ? '这里还没有账号' : '没有符合条件的账号'}
          example="李白杨，支部书记，昨天登录过。"
        >
          党员的账号随登录码一起开；为不是党员的工作人员，由系统管理员单独开。职务在账号的详情里授予。
        </Empty>
      ) : (
        <>
          <DataList label="账号" columns={columns} rows={rows} keyOf={({ id }) => id} />
          <Pager page={page} size={pageSize} total={total} />
        </>
      )}
      {state === 'stale' && rows.length > 0 ? <Sweep rows={rows} /> : null}
    </>
  )
}

function AccountFilters({ list: { counts } }: { list: List }) {
  const { text, state, office } = useSearch({ from: '/shell/accounts' })
  const change = useSearchChange()
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const states = keysOf(accountStates).map((key) => ({
    key,
    word: accountStates[key],
    count: counts[key],
  }))
  return (
    <Filters
      choices={
        <FilterChoices
          choices={[{ key: undefined, word: '全部', count: all }, ...states]}
          chosen={state}
          choose={(next) => change({ state: next, page: undefined })}
        />
      }
    >
      <Select
        aria-label="按职务筛选"
        style={{ width: '9rem' }}
        allowClear
        placeholder="任何职务"
        value={office ?? null}
        onChange={(next) => change({ office: next ?? undefined, page: undefined })}
        options={choicesOf(officeNames)}
      />
      <SearchText label="找账号" placeholder="姓名或登录名" text={text} />
    </Filters>
  )
}
