import type { EntryOf, MetricCell, MetricColumn, Output } from '@zhixing/contract'
import { fullDay } from '@zhixing/kit/format/day.ts'
import { hours } from '@zhixing/kit/format/hours.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import type { ReactNode } from 'react'
import { grouped } from '../../format/grouped.ts'
import { Pager } from '../list/Pager.tsx'
import { PlainTable } from '../list/PlainTable.tsx'
import { SearchText } from '../list/SearchText.tsx'
import styles from './MetricRows.module.css'

type Props = {
  asked: { metric: string; organizationId: string; from: string; to: string }
  /** As they stand in the address. */
  page: number
  text: string
  /** What else is to be said of the number. */
  children?: ReactNode
}

const size = 50

/** A number opened: name, definition, clause, period, and the rows themselves. */
export function MetricRows({ asked, page, text, children }: Props) {
  const answer = useAnswer('metrics.rows', { ...asked, search: text, page, size })
  return (
    <Answered answer={answer}>
      {(rows) => (
        <>
          <p className={styles.value}>
            {grouped(rows.metric.text)} <span>{rows.metric.name}</span>
          </p>
          {children}
          <Facts rows={rows} {...asked} />
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
        {fullDay(from)}至{fullDay(to)}，统计日{fullDay(rows.day)}
      </dd>
    </dl>
  )
}

function cellText(cell: MetricCell, column: MetricColumn | undefined): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'boolean') return cell ? '是' : '否'
  if (typeof cell === 'string') return column?.kind === 'day' ? fullDay(cell) : cell
  return column?.kind === 'minutes' ? hours(cell) : cell.toLocaleString('zh-CN')
}
