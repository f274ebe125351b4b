import type { EntryOf, Output } from '@zhixing/contract'
import { dayOf, thisDay } from '@zhixing/kit/format/clock.ts'
import { fullDay, monthDay, weekday } from '@zhixing/kit/format/day.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { PlainTable } from '../../ui/list/PlainTable.tsx'
import { useSearchChange } from '../../ui/use-search-change.ts'
import styles from './Holidays.module.css'
import { YearForm } from './YearForm.tsx'

type Holidays = Output<EntryOf<'holidays.list'>>
export type HolidayYear = Holidays['rows'][number]

/** Which days are off and which weekends are worked, year by year, and which year nobody has written down yet. */
export function HolidaysPage() {
  const answer = useAnswer('holidays.list', {})
  const { year: open } = useSearch({ from: '/shell/holidays' })
  const change = useSearchChange()
  const close = () => change({ year: undefined })
  return (
    <Page>
      <Answered answer={answer}>
        {({ rows, canKeep }) => {
          const year = rows.find((row) => row.year === open)
          return (
            <>
              <Headline rows={rows} canKeep={canKeep} />
              {rows.map((row) => (
                <OneYear key={row.year} row={row} canKeep={canKeep} />
              ))}
              <DetailPanel
                title={`${open}年放假安排`}
                open={canKeep && year !== undefined}
                onClose={close}
              >
                {year ? (
                  <YearForm key={`${year.year}-${year.version}`} of={year} close={close} />
                ) : null}
              </DetailPanel>
            </>
          )
        }}
      </Answered>
    </Page>
  )
}

function Headline({ rows, canKeep }: Holidays) {
  const now = thisDay()
  const missing = rows.filter(({ isAnnounced }) => !isAnnounced).map(({ year }) => year)
  const next = rows
    .flatMap(({ off }) => off)
    .filter(({ from }) => from > now)
    .toSorted((one, other) => one.from.localeCompare(other.from))[0]
  return (
    <Sentence
      note={
        canKeep
          ? '公示、公告等按工作日计的期限，和组织生活的排期，都按这里的日子算。'
          : '公示、公告等按工作日计的期限，和组织生活的排期，都按这里的日子算；由最上级党组织维护。'
      }
    >
      {missing.length > 0
        ? `${missing.join('、')}年的放假安排还没有写，那一年的工作日期限暂按周末推算，标“暂定”。`
        : '今明两年的放假安排都已写明。'}
      {next ? `下一个假期是${next.name}，${monthDay(next.from)}起。` : ''}
    </Sentence>
  )
}

function OneYear({ row, canKeep }: { row: HolidayYear; canKeep: boolean }) {
  const change = useSearchChange()
  const { year, isAnnounced, notice, workdays, daysOff } = row
  return (
    <Section
      title={`${year}年`}
      aside={isAnnounced ? `放假 ${daysOff} 天，工作日 ${workdays} 天` : '没有写，暂按周末推算'}
    >
      {isAnnounced ? (
        <Days row={row} />
      ) : (
        <p className={styles.note}>
          放假通知一般在前一年十一月公布。公布以后把原文粘贴进来，核对后保存。
        </p>
      )}
      <p className={styles.note}>
        {notice}
        {row.at ? `，${row.byName}于${fullDay(dayOf(row.at))}写入` : ''}
        {row.lacking.length > 0 ? `。没有提到${row.lacking.join('、')}，请核对` : ''}
      </p>
      {canKeep ? (
        <Button onClick={() => change({ year })}>{isAnnounced ? '更正' : '写入安排'}</Button>
      ) : null}
    </Section>
  )
}

function Days({ row: { off, worked } }: { row: HolidayYear }) {
  return (
    <div className={styles.days}>
      <PlainTable
        columns={['假期', '放假', '天数']}
        rows={off.map(({ name, from, until }) => [
          name,
          from === until ? monthDay(from) : `${monthDay(from)}—${monthDay(until)}`,
          String(Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000) + 1),
        ])}
      />
      <PlainTable
        columns={['调休上班', '原是']}
        rows={worked.map((day) => [monthDay(day), weekday(day)])}
      />
    </div>
  )
}
