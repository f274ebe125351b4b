import { moment } from '@zhixing/kit/format/day.ts'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { LinkButton } from '../../ui/LinkButton.tsx'
import styles from './Panel.module.css'
import { figureKey, figuresOf, hasChanged, type Report } from './report.ts'
import { useReportActs } from './use-report-acts.ts'

/** What is still to do before it leaves the house, and which numbers moved since it did. */
export function SigningPanel({ report }: { report: Report }) {
  const figures = figuresOf(report)
  const changes = figures.filter(hasChanged)
  return (
    <>
      <Sentence note={noteOf(report)}>
        <Headline report={report} changes={changes.length} figures={figures.length} />
      </Sentence>
      {changes.length > 0 ? (
        <ul className={styles.changes} aria-label="签发后变化的数字">
          {changes.map((figure) => (
            <li key={figureKey(figure)}>
              <Link
                from="/reports/$unitId/$reportId"
                search={{ figure: figureKey(figure) }}
                resetScroll={false}
                replace
              >
                {figure.name} {figure.signed} → <b>{figure.text}</b>
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
      <Actions report={report} changes={changes.length} />
    </>
  )
}

function Headline({
  report,
  changes,
  figures,
}: {
  report: Report
  changes: number
  figures: number
}) {
  const { blanks, state, signature } = report
  if (blanks > 0)
    return (
      <>
        还有 <Count of={blanks} stress /> 处待填，填好才能签发。
      </>
    )
  if (changes > 0)
    return (
      <>
        <Count of={changes} /> 个数字在上次签发后有变化。
      </>
    )
  if (state === 'draft')
    return (
      <>
        草稿已成，文中 <Count of={figures} /> 个数字都可点开核对。
      </>
    )
  if (state === 'edited') return <>签发后正文有修改，需要重新签发。</>
  return <>已由{signature?.by}签发，数字没有变化。</>
}

function noteOf({ signature, submission }: Report): string {
  if (submission) return `${submission.by} ${moment(submission.at)} 报送${submission.to}`
  return signature ? `上次签发：${signature.by} ${moment(signature.at)}` : '尚未签发'
}

function Actions({ report, changes }: { report: Report; changes: number }) {
  const { unitId, reportId, state, can, superior, blanks } = report
  const { sign, submit, redraft, pending } = useReportActs(report)
  const needsSigning = can.sign && blanks === 0 && (!isCurrent(state) || changes > 0)
  const canSubmit = can.sign && state === 'signed' && superior !== null
  return (
    <div className={styles.actions}>
      {needsSigning ? (
        <Button type="primary" loading={pending} onClick={sign}>
          {report.signature ? '重新签发' : '签发'}
        </Button>
      ) : null}
      {canSubmit ? (
        <Button type={needsSigning ? 'default' : 'primary'} loading={pending} onClick={submit}>
          报送{superior}
        </Button>
      ) : null}
      {can.write ? (
        <LinkButton to={`/reports/${unitId}/${reportId}?editing=true`} primary={blanks > 0}>
          修改正文
        </LinkButton>
      ) : null}
      <a href={`/api/reports/${unitId}/${reportId}/paper`} download className={styles.link}>
        下载 .docx
      </a>
      {can.write ? (
        <Button type="link" onClick={redraft}>
          重新起草
        </Button>
      ) : null}
    </div>
  )
}

function isCurrent(state: Report['state']): boolean {
  return state === 'signed' || state === 'submitted'
}
