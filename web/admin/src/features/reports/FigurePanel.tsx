import type { EntryOf, MetricCell, MetricColumn, Output } from '@zhixing/contract'
import { hours } from '@zhixing/kit/format/hours.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Link, useSearch } from '@tanstack/react-router'
import { SearchText } from '../../ui/list/SearchText.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import { PlainTable } from '../../ui/list/PlainTable.tsx'
import { figureKey, figureOf, figuresOf, hasChanged, officialDay, type Report } from './report.ts'
import styles from './Panel.module.css'

const size = 50

/** Name, definition, clause, period, and the rows themselves. */
export function FigurePanel({ report, figure }: { report: Report; figure: string }) {
  const { page = 1, text = '' } = useSearch({ from: '/shell/reports/$unitId/$reportId' })
  const { organizationId } = report
  const asked = { organizationId, ...figureOf(figure), search: text, page, size }
  const answer = useAnswer('metrics.rows', asked)
  const shown = figuresOf(report).find((one) => figureKey(one) === figure)
  return (
    <section aria-live="polite">
      <Link from="/reports/$unitId/$reportId" search={{}} resetScroll={false} replace>
        ← 返回签发
      </Link>
      <Answered answer={answer}>
        {(rows) => (
          <>
            <p className={styles.value}>
              {rows.metric.text} <span>{rows.metric.name}</span>
            </p>
            {shown && hasChanged(shown) ? (
              <p className={styles.change}>上次签发时为 {shown.signed}</p>
            ) : null}
            <Facts rows={rows} {...figureOf(figure)} />
            <SearchText label="在明细中查找" placeholder="查找姓名、组织" text={text} />
            {/* Reachable, or the keyboard could not scroll it. */}
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
            <section className={styles.rows} tabIndex={0} aria-label="明细">
              <PlainTable
                columns={rows.columns.map(({ title }) => title)}
                rows={rows.rows.map(({ cells }) =>
                  cells.map((cell, index) => cellText(cell, rows.columns[index])),
                )}
                total={rows.total}
              />
            </section>
            <Pager page={page} size={size} total={rows.total} />
          </>
        )}
      </Answered>
    </section>
  )
}

type FactsProps = { rows: Output<EntryOf<'metrics.rows'>>; from: string; to: string }

function Facts({ rows, from, to }: FactsProps) {
  const { definition, clause } = rows.metric
  return (
    <dl className={styles.facts}>
      <dt>口径</dt>
      <dd>{definition}</dd>
      <dt>依据</dt>
      <dd>{clause}</dd>
      <dt>范围</dt>
      <dd>{rows.organizationName}及下级</dd>
      <dt>时段</dt>
      <dd>
        {officialDay(from)}至{officialDay(to)}，统计日{officialDay(rows.day)}
      </dd>
    </dl>
  )
}

function cellText(cell: MetricCell, column: MetricColumn | undefined): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'boolean') return cell ? '是' : '否'
  if (typeof cell === 'string') return column?.kind === 'day' ? officialDay(cell) : cell
  return column?.kind === 'minutes' ? hours(cell) : cell.toLocaleString('zh-CN')
}
