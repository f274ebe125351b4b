import type { ReportFigure } from '@zhixing/contract'
import { Link } from '@tanstack/react-router'
import { figureKey, hasChanged } from './report.ts'
import styles from './FigureLink.module.css'

/** An underlined number opens the rows behind it; the small mark says that it moved since signing. */
export function FigureLink({ figure, chosen }: { figure: ReportFigure; chosen: boolean }) {
  return (
    <Link
      from="/reports/$unitId/$reportId"
      search={{ figure: figureKey(figure) }}
      resetScroll={false}
      replace
      title={figure.name}
      className={`${styles.figure} ${chosen ? styles.chosen : ''}`}
    >
      {figure.text}
      {hasChanged(figure) ? <sup>原{figure.signed}</sup> : null}
    </Link>
  )
}
