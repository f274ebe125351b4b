import { Waiting } from '@zhixing/kit/ui/Waiting.tsx'
import { lazy, Suspense, type ComponentProps } from 'react'

const BarChart = lazy(async () => ({ default: (await import('./BarChart.tsx')).BarChart }))

/**
 * A bar chart whose title is the answer and whose bars open; the drawing comes when a page wants it.
 *
 *     <Chart label="各支部学时" unit="学时" points={points} open={(label) => change({ open: label })} />
 */
export function Chart(props: ComponentProps<typeof BarChart>) {
  return (
    <Suspense fallback={<Waiting />}>
      <BarChart {...props} />
    </Suspense>
  )
}
