import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { useParams, useSearch } from '@tanstack/react-router'
import { Editor } from './edit/Editor.tsx'
import { FigurePanel } from './FigurePanel.tsx'
import { Paper } from './Paper.tsx'
import type { Report } from './report.ts'
import styles from './ReportPage.module.css'
import { SigningPanel } from './SigningPanel.tsx'

export function ReportPage() {
  const key = useParams({ from: '/shell/reports/$unitId/$reportId' })
  const answer = useAnswer('reports.show', key)
  return (
    <div className={styles.desk}>
      <Answered answer={answer}>
        {(report) => <Desk key={report.reportId} report={report} />}
      </Answered>
    </div>
  )
}

/** The document on the left; on the right what stands behind the number one has touched. */
function Desk({ report }: { report: Report }) {
  const { figure, editing } = useSearch({ from: '/shell/reports/$unitId/$reportId' })
  if (editing && report.can.write) return <Editor report={report} />
  return (
    <>
      <Paper report={report} chosen={figure} />
      <aside className={styles.side} aria-label="核对与办理">
        {figure ? (
          <FigurePanel report={report} figure={figure} />
        ) : (
          <SigningPanel report={report} />
        )}
      </aside>
    </>
  )
}
