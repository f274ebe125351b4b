import type { EntryOf, Output } from '@zhixing/contract'
import { cohorts, rosters, sexes, stages } from '@zhixing/contract/words.ts'
import { useSearch } from '@tanstack/react-router'
import { Select } from 'antd'
import { useMay } from '../../app/me.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { ColumnChoice } from '../../ui/list/ColumnChoice.tsx'
import { FilterChoices } from '../../ui/list/FilterChoices.tsx'
import { Filters } from '../../ui/list/Filters.tsx'
import { SearchText } from '../../ui/list/SearchText.tsx'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { SavedSelect } from '../audience/SavedSelect.tsx'
import { ExportRoll } from './ExportRoll.tsx'
import type { useMemberColumns } from './member-columns.tsx'
import { orders } from './members-search.ts'

type Tally = Output<EntryOf<'members.tally'>>
type Props = { tally: Tally; columns: ReturnType<typeof useMemberColumns> }

const rosterKeys = ['inPost', 'noPost', 'floating'] as const

export function MembersFilters({ tally, columns }: Props) {
  const search = useSearch({ from: '/shell/members' })
  const change = useSearchChange()
  const may = useMay()
  const choose = (next: Record<string, string | undefined>) => change({ ...next, page: undefined })
  const rosterChoices = rosterKeys.map((key) => ({
    key,
    word: rosters[key],
    count: tally.rosters[key] ?? 0,
  }))
  return (
    <>
      <Filters
        choices={
          <FilterChoices
            choices={[{ key: undefined, word: '全部', count: tally.total }, ...rosterChoices]}
            chosen={search.roster}
            choose={(roster) => choose({ roster })}
          />
        }
      >
        {may('members.change') ? <LinkButton to="/members/new">登记党员</LinkButton> : null}
        {may('members.export') ? <ExportRoll /> : null}
        <ColumnChoice {...columns} />
      </Filters>
      <MoreFilters tally={tally} choose={choose} />
    </>
  )
}

type MoreProps = {
  tally: Tally
  choose: (next: Record<string, string | undefined>) => void
}

function MoreFilters({ tally, choose }: MoreProps) {
  const search = useSearch({ from: '/shell/members' })
  return (
    <Filters>
      <SavedSelect value={search.saved} choose={(saved) => choose({ saved })} />
      <Choice
        name="类别"
        words={stages}
        counts={tally.stages}
        value={search.stage}
        choose={(stage) => choose({ stage })}
      />
      <Choice
        name="群体"
        words={cohorts}
        counts={tally.cohorts}
        value={search.cohort}
        choose={(cohort) => choose({ cohort })}
      />
      <Choice
        name="性别"
        words={sexes}
        counts={tally.sexes}
        value={search.sex}
        choose={(sex) => choose({ sex })}
      />
      {tally.tags.length > 0 ? (
        <Select
          aria-label="标签"
          allowClear
          placeholder="标签"
          style={{ minWidth: '7rem' }}
          {...(search.tag ? { value: search.tag } : {})}
          options={tally.tags.map(({ tag, count }) => ({ value: tag, label: `${tag} ${count}` }))}
          onChange={(tag: string | undefined) => choose({ tag })}
        />
      ) : null}
      <Select
        aria-label="排列"
        style={{ minWidth: '7rem' }}
        value={search.order ?? 'name'}
        options={Object.entries(orders).map(([value, word]) => ({ value, label: `按${word}` }))}
        onChange={(order) => choose({ order: order === 'name' ? undefined : order })}
      />
      <SearchText label="查找党员" placeholder="姓名、拼音、身份证号或手机号" text={search.text} />
    </Filters>
  )
}

type ChoiceProps = {
  name: string
  words: Readonly<Record<string, string>>
  counts: Readonly<Record<string, number>>
  value: string | undefined
  choose: (value: string | undefined) => void
}

/** One of many, each with how many it leaves; what leaves nobody is not offered. */
function Choice({ name, words, counts, value, choose }: ChoiceProps) {
  const options = Object.entries(words)
    .filter(([key]) => (counts[key] ?? 0) > 0 || key === value)
    .map(([key, word]) => ({
      value: key,
      label: `${word} ${(counts[key] ?? 0).toLocaleString('zh-CN')}`,
    }))
  return (
    <Select
      aria-label={name}
      allowClear
      placeholder={name}
      style={{ minWidth: '8rem' }}
      {...(value ? { value } : {})}
      options={options}
      onChange={(next: string | undefined) => choose(next)}
    />
  )
}
