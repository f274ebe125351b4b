import { thisDay } from '@zhixing/kit/format/clock.ts'
import { Link } from '@tanstack/react-router'
import { Select } from 'antd'
import { SideBar } from '../../ui/Sides.tsx'
import { useSearchChange } from '../../ui/use-search-change.ts'

const pages = [
  { to: '/duties', word: '本组织清单' },
  { to: '/duties/below', word: '三级汇总' },
  { to: '/duties/templates', word: '责任条目' },
] as const

type Props = { year?: number | undefined; hasYear?: boolean }

/** Three sides of the same duties, and which year. */
export function DutyBar({ year, hasYear = true }: Props) {
  const change = useSearchChange()
  const thisYear = Number(thisDay().slice(0, 4))
  const links = pages.map(({ to, word }) => (
    <Link
      key={to}
      to={to}
      search={year && to !== '/duties/templates' ? { year } : {}}
      activeOptions={{ exact: true, includeSearch: false }}
    >
      {word}
    </Link>
  ))
  return (
    <SideBar links={links}>
      {hasYear ? (
        <Select
          aria-label="年度"
          value={year ?? thisYear}
          options={[thisYear, thisYear - 1, thisYear - 2].map((value) => ({
            value,
            label: `${value}年`,
          }))}
          onChange={(value) =>
            change({ year: value === thisYear ? undefined : value, open: undefined })
          }
        />
      ) : null}
    </SideBar>
  )
}
