import { Link, useSearch } from '@tanstack/react-router'
import { MetricRows } from '../../ui/metric/MetricRows.tsx'
import { figureKey, figureOf, figuresOf, hasChanged, type Report } from './report.ts'
import styles from './Panel.module.css'

/** The number that was opened in the text, and whether it moved since the report was signed. */
export function FigurePanel({ report, figure }: { report: Report; figure: string }) {
  const { page = 1, text = '' } = useSearch({ from: '/shell/reports/$unitId/$reportId' })
  const { organizationId } = report
  const shown = figuresOf(report).find((one) => figureKey(one) === figure)
  return (
    <section aria-live="polite">
      <Link from="/reports/$unitId/$reportId" search={{}} resetScroll={false} replace>
        ← 返回签发
      </Link>
      <MetricRows asked={{ organizationId, ...figureOf(figure) }} page={page} text={text}>
        {shown && hasChanged(shown) ? (
          <p className={styles.change}>上次签发时为 {shown.signed}</p>
        ) : null}
      </MetricRows>
    </section>
  )
}
