import type { EntryOf, Output } from '@zhixing/contract'
import { ruleGroups, sayRule } from '@zhixing/contract/rule-words.ts'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { useSearch } from '@tanstack/react-router'
import { Checkbox, Input } from 'antd'
import { DataList } from '../../ui/list/DataList.tsx'
import { FilterChoices } from '../../ui/list/FilterChoices.tsx'
import { Filters } from '../../ui/list/Filters.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import { SearchText } from '../../ui/list/SearchText.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { ownerSaid, spanSaid, tighterSaid } from './say.ts'

type List = Output<EntryOf<'rules.list'>>
type Row = List['rows'][number]

const columns: Column<Row>[] = [
  {
    key: 'name',
    title: '参数',
    width: 'minmax(15rem, 1.6fr)',
    narrow: true,
    cell: ({ key, name }) => <LineLink open={key}>{name}</LineLink>,
  },
  {
    key: 'value',
    title: '现行值',
    width: '8rem',
    narrow: true,
    cell: ({ current, unit }) => sayRule(current.value, unit),
  },
  {
    key: 'clause',
    title: '依据',
    width: 'minmax(11rem, 1.2fr)',
    cell: ({ current }) => <span title={current.clause}>{current.clause}</span>,
  },
  {
    key: 'from',
    title: '施行',
    width: '9rem',
    cell: ({ current }) => spanSaid(current.from, null),
  },
  { key: 'owner', title: '谁定的', width: '9rem', cell: ({ current }) => ownerSaid(current) },
  { key: 'tighter', title: '下级', width: '7rem', cell: tighterSaid },
  {
    key: 'coming',
    title: '变化',
    width: '7rem',
    cell: ({ coming, below }) =>
      [coming ? `待施行 ${coming}` : '', below ? `下级 ${below}` : ''].filter(Boolean).join('，'),
  },
]

export function RuleList({ list }: { list: List }) {
  const { group, text = '', own = false } = useSearch({ from: '/shell/rules' })
  const change = useSearchChange()
  const wanted = list.rows.filter((row) => matches(row, text) && (!own || isOwn(row)))
  const shown = wanted.filter((row) => !group || row.group === group)
  const choices = Object.entries(ruleGroups).map(([key, word]) => ({
    key,
    word,
    count: wanted.filter((row) => row.group === key).length,
  }))
  return (
    <>
      <Filters
        choices={
          <FilterChoices
            choices={[{ key: undefined, word: '全部', count: wanted.length }, ...choices]}
            chosen={group}
            choose={(next) => change({ group: next })}
          />
        }
      >
        <Checkbox checked={own} onChange={() => change({ own: own ? undefined : true })}>
          只看党组织设定的
        </Checkbox>
        <DayChoice day={list.day} />
        <SearchText label="查找参数" placeholder="名称、依据" text={text} />
      </Filters>
      {shown.length > 0 ? (
        <DataList
          label="规则参数"
          columns={columns}
          rows={shown}
          keyOf={({ key }) => key}
          totals={{ name: `共 ${shown.length} 项` }}
        />
      ) : (
        <Empty title="没有符合条件的参数">换一个词，或取消“只看党组织设定的”。</Empty>
      )}
    </>
  )
}

/** What held on another day: a case begun then keeps those rules. */
function DayChoice({ day }: { day: string }) {
  const change = useSearchChange()
  return (
    <Input
      type="date"
      aria-label="看某一天适用的参数"
      style={{ width: '10rem' }}
      value={day}
      onChange={({ target }) => change({ day: target.value }, true)}
    />
  )
}

function isOwn({ current, coming, below }: Row): boolean {
  return current.ownerId !== null || coming > 0 || below > 0
}

function matches({ name, key, current }: Row, text: string): boolean {
  return [name, key, current.clause, current.ownerName ?? ''].some((word) => word.includes(text))
}
