import type { EntryOf, Output } from '@zhixing/contract'
import { floatingClasses, ledgerFilters } from '@zhixing/contract/floating-words.ts'
import { keysOf } from '@zhixing/kit/words.ts'
import { useSearch } from '@tanstack/react-router'
import { Select } from 'antd'
import { ColumnChoice } from '../../../ui/list/ColumnChoice.tsx'
import { FilterChoices } from '../../../ui/list/FilterChoices.tsx'
import { Filters } from '../../../ui/list/Filters.tsx'
import { SearchText } from '../../../ui/list/SearchText.tsx'
import type { useColumns } from '../../../ui/list/use-columns.ts'
import { useSearchChange } from '../../../ui/use-search-change.ts'
import type { LedgerRow } from './ledger-columns.tsx'

type Props = {
  counts: Output<EntryOf<'floating.list'>>['counts']
  columns: ReturnType<typeof useColumns<LedgerRow>>
}

export function LedgerFilters({ counts, columns }: Props) {
  const search = useSearch({ from: '/shell/floating' })
  const change = useSearchChange()
  const choices = keysOf(ledgerFilters).map((key) => ({
    key: key === 'all' ? undefined : key,
    word: ledgerFilters[key],
    count: key === 'all' ? counts.total : counts[key],
  }))
  const classes = keysOf(floatingClasses)
    .filter((key) => (counts.classes[key] ?? 0) > 0)
    .map((value) => ({
      value,
      label: `${floatingClasses[value]} ${String(counts.classes[value] ?? 0)}`,
    }))
  return (
    <Filters
      choices={
        <FilterChoices
          choices={choices}
          chosen={search.show}
          choose={(show) => change({ show, page: undefined })}
        />
      }
    >
      <Select
        aria-label="分类"
        allowClear
        placeholder="分类"
        style={{ minWidth: '8rem' }}
        {...(search.class ? { value: search.class } : {})}
        options={classes}
        onChange={(next: string | undefined) => change({ class: next, page: undefined })}
      />
      <SearchText label="查找流动党员" placeholder="姓名、支部或流向" text={search.text} />
      <ColumnChoice {...columns} />
    </Filters>
  )
}
