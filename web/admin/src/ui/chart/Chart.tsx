import { Waiting } from '@zhixing/kit/ui/Waiting.tsx'
import { lazy, Suspense, type ComponentProps } from 'react'

const BarChart = lazy(async () => ({ default: (await import('./BarChart.tsx')).BarChart }))

/**
 * A bar chart whose title is the answer and whose bars open; the drawing comes when a page wants it.
 *
 *     const words = { unit: '个支部', value: '开了', rest: '没有开' }
 *     <Chart label="逐月开展情况" words={words} points={points} open={(label) => change({ open: label })} />
 */
export function Chart(props: ComponentProps<typeof BarChart>) {
  return (
    <Suspense fallback={<Waiting />}>
      <BarChart {...props} />
    </Suspense>
  )
}
