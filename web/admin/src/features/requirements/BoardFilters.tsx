import { learningStandings } from '@zhixing/contract/learning-words.ts'
import { cohorts } from '@zhixing/contract/words.ts'
import { choicesOf, keysOf } from '@zhixing/kit/words.ts'
import { useSearch } from '@tanstack/react-router'
import { Select } from 'antd'
import { useMay } from '../../app/me.ts'
import { FilterChoices } from '../../ui/list/FilterChoices.tsx'
import { Filters } from '../../ui/list/Filters.tsx'
import { SearchText } from '../../ui/list/SearchText.tsx'
import { useSearchChange } from '../../ui/use-search-change.ts'
import type { Board } from './board.ts'
import { ExportButton } from './ExportButton.tsx'

export function BoardFilters({ board }: { board: Board }) {
  const { text, standing, cohort, sort } = useSearch({ from: '/shell/requirements' })
  const change = useSearchChange()
  const may = useMay()
  const { people, counts } = board
  const choices = [
    { key: undefined, word: '全部', count: people + counts.excused },
    ...keysOf(learningStandings).map((key) => ({
      key,
      word: learningStandings[key],
      count: counts[key],
    })),
  ]
  const everybody = { value: '', label: '全部群体' }
  return (
    <Filters
      choices={
        <FilterChoices
          choices={choices}
          chosen={standing}
          choose={(key) => change({ standing: key, page: undefined })}
        />
      }
    >
      <Select
        style={{ width: '9rem' }}
        aria-label="群体"
        value={cohort ?? ''}
        options={[everybody, ...choicesOf(cohorts)]}
        onChange={(value) => change({ cohort: value || undefined, page: undefined })}
      />
      <SearchText label="按姓名或支部查找" placeholder="姓名、拼音或支部" text={text} />
      <Select
        aria-label="排序"
        value={sort ?? 'gap'}
        onChange={(value) => change({ sort: value === 'name' ? value : undefined })}
        options={[
          { value: 'gap', label: '差得多的在前' },
          { value: 'name', label: '按姓名拼音' },
        ]}
      />
      {may('members.export') ? <ExportButton board={board} /> : null}
    </Filters>
  )
}
