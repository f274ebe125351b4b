import { requirementNames } from '@zhixing/contract/learning-words.ts'
import { thisDay } from '@zhixing/kit/format/clock.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import { Link } from '@tanstack/react-router'
import { Select } from 'antd'
import type { ReactNode } from 'react'
import { SideBar } from '../../ui/Sides.tsx'
import { useSearchChange } from '../../ui/use-search-change.ts'
import styles from './AskedBar.module.css'
import type { AskedSearch } from './search.ts'

const pages = [
  { to: '/requirements', word: '按人' },
  { to: '/requirements/organizations', word: '按组织' },
  { to: '/requirements/gaps', word: '漏训弱训' },
  { to: '/requirements/online', word: '每月网学' },
  { to: '/requirements/proposals', word: '补训方案' },
] as const

/** They ask something else. */
const alone: ReadonlySet<string> = new Set(['/requirements/online', '/requirements/proposals'])

type Props = { search: AskedSearch }

/** Which requirement, which year, and from which side it is looked at. */
export function AskedBar({ search }: Props) {
  const change = useSearchChange()
  const { requirement = 'memberHours', year } = search
  const thisYear = Number(thisDay().slice(0, 4))
  const years = Array.from({ length: 4 }, (_, at) => thisYear - at)
  const kept = { ...(search.requirement ? { requirement } : {}), ...(year ? { year } : {}) }
  const fresh = { standing: undefined, page: undefined, open: undefined }
  return (
    <AskedSides kept={kept}>
      <Select
        className={styles.requirement ?? ''}
        aria-label="学习要求"
        value={requirement}
        options={choicesOf(requirementNames)}
        onChange={(value) =>
          change({ requirement: value === 'memberHours' ? undefined : value, ...fresh })
        }
      />
      <Select
        aria-label="年度"
        value={year ?? thisYear}
        options={years.map((value) => ({ value, label: `${value}年` }))}
        onChange={(value) => change({ year: value === thisYear ? undefined : value, ...fresh })}
      />
    </AskedSides>
  )
}

/** The sides from which study is looked at; the question goes along where it is the same. */
export function AskedSides({ kept, children }: { kept: AskedSearch; children?: ReactNode }) {
  const links = pages.map(({ to, word }) => (
    <Link
      key={to}
      to={to}
      search={alone.has(to) ? {} : kept}
      activeOptions={{ exact: true, includeSearch: false }}
    >
      {word}
    </Link>
  ))
  return <SideBar links={links}>{children}</SideBar>
}
