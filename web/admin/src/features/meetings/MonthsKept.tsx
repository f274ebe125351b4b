import { useMemo } from 'react'
import { Chart } from '../../ui/chart/Chart.tsx'
import { Section } from '../../ui/Page.tsx'
import { useSearchChange } from '../../ui/use-search-change.ts'
import type { Frequency } from './FrequencyPage.tsx'

type Periods = Frequency['periods']

const words = { unit: '个支部', value: '开了', rest: '没有开' }

/** In which months branches fell behind, at one look; a bar opens the branches that did. */
export function MonthsKept({ periods }: { periods: Periods }) {
  const change = useSearchChange()
  const points = useMemo(() => pointsOf(periods), [periods])
  if (periods.length < 2) return null
  return (
    <Section title={titleOf(periods)} aside="点柱子只看有漏开的支部">
      <Chart
        label={titleOf(periods)}
        words={words}
        points={points}
        open={() => change({ missing: true, page: undefined })}
      />
    </Section>
  )
}

function pointsOf(periods: Periods) {
  const most = mostLacking(periods)
  return periods.map((period) => ({
    label: period.label,
    value: period.kept,
    rest: period.lacking,
    stress: most > 0 && period.lacking === most,
  }))
}

function titleOf(periods: Periods): string {
  const most = mostLacking(periods)
  if (most === 0) return '各期都开齐了'
  const worst = periods.filter(({ lacking }) => lacking === most).map(({ label }) => label)
  return `${worst.slice(0, 2).join('、')}漏开最多，${worst.length > 1 ? '各有' : '有'} ${most} 个支部没有开`
}

function mostLacking(periods: Periods): number {
  return Math.max(0, ...periods.map(({ lacking }) => lacking))
}
