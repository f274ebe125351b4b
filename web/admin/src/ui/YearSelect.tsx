import { thisDay } from '@zhixing/kit/format/clock.ts'
import { Select } from 'antd'
import { useSearchChange } from './use-search-change.ts'

const yearsShown = 5

/** The year of a page, kept in its address; another year begins on its first page. */
export function YearSelect({ year }: { year: number }) {
  const change = useSearchChange()
  const thisYear = Number(thisDay().slice(0, 4))
  const years = Array.from({ length: yearsShown }, (_, at) => thisYear - at)
  return (
    <Select
      aria-label="年度"
      value={year}
      options={years.map((value) => ({ value, label: `${value}年` }))}
      onChange={(value) => change({ year: value, page: undefined, open: undefined })}
    />
  )
}
