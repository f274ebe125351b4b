import { meetingStates } from '@zhixing/contract/words.ts'
import { moment } from '@zhixing/kit/format/day.ts'
import { Link } from '@tanstack/react-router'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { keyOf } from './Board.tsx'
import type { Frequency } from './FrequencyPage.tsx'
import styles from './Meetings.module.css'
import { PeriodMark } from './PeriodMark.tsx'

type Props = { rows: Frequency['rows']; open: string | undefined }

/** How a sign came about: what was owed by which clause, what was held, and what to look at twice. */
export function CellPanel({ rows, open }: Props) {
  const change = useSearchChange()
  const row = rows.find((one) => open?.startsWith(`${keyOf(one)}.`))
  const cell = row?.cells.find(({ period }) => open === `${keyOf(row)}.${period}`)
  const title = row ? `${row.organizationName} · ${row.kindName}` : ''
  return (
    <DetailPanel
      title={title}
      open={cell !== undefined}
      onClose={() => change({ open: undefined })}
    >
      {row && cell ? (
        <>
          <p>
            <b>{cell.label}</b> <PeriodMark state={cell.state} />
          </p>
          <p>
            应开 {cell.needed} 次，已关闭 {cell.held} 次
            {cell.planned > 0 ? `，还没有关闭 ${cell.planned} 次` : ''}。
          </p>
          <p>
            <small>
              依据：{row.clause}（{row.ruleFrom} 起）；期满后 {row.makeUpDays} 天内可以补开。
            </small>
          </p>
          {cell.remarks.map((remark) => (
            <p key={remark} className={styles.remark}>
              {remark}
            </p>
          ))}
          <ul className={styles.lines}>
            {cell.meetings.map(({ unitId, activityId, title: name, startsAt, state }) => (
              <li key={activityId}>
                <Link to="/activities/$unitId/$activityId" params={{ unitId, activityId }}>
                  {name}
                </Link>
                <br />
                <small>
                  {moment(startsAt)} · {meetingStates[state]}
                </small>
              </li>
            ))}
          </ul>
          {cell.round ? <Round round={cell.round} title={row.kindName} /> : null}
          {cell.meetings.length === 0 && !cell.round ? <p>这一期没有任何记录。</p> : null}
        </>
      ) : null}
    </DetailPanel>
  )
}

type RoundProps = {
  round: NonNullable<Frequency['rows'][number]['cells'][number]['round']>
  title: string
}

function Round({ round: { unitId, appraisalId, openedOn, closedOn }, title }: RoundProps) {
  return (
    <p>
      <Link to="/appraisal/round/$unitId/$appraisalId" params={{ unitId, appraisalId }}>
        {title}
      </Link>
      <br />
      <small>
        {openedOn} 开展{closedOn ? `，${closedOn} 办结` : '，还没有办结'}
      </small>
    </p>
  )
}
