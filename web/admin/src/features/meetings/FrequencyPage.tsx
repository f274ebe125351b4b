import type { EntryOf, Output } from '@zhixing/contract'
import { frequencyKinds, periodStates } from '@zhixing/contract/words.ts'
import { choicesOf, keysOf } from '@zhixing/kit/words.ts'
import { thisDay } from '@zhixing/kit/format/clock.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { Checkbox, Select } from 'antd'
import { useOrganization } from '../../app/organization.ts'
import { Page } from '../../ui/Page.tsx'
import { YearSelect } from '../../ui/YearSelect.tsx'
import { Filters } from '../../ui/list/Filters.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { Board } from './Board.tsx'
import { CellPanel } from './CellPanel.tsx'
import styles from './Meetings.module.css'
import { MonthsKept } from './MonthsKept.tsx'
import { PeriodMark } from './PeriodMark.tsx'

export type Frequency = Output<EntryOf<'meetings.frequency'>>

const size = 50

/** Which months and quarters were kept, by which rule; each sign opens to the meetings behind it. */
export function FrequencyPage() {
  const { organizationId } = useOrganization()
  const search = useSearch({ from: '/shell/meetings/frequency' })
  const { kind = 'themeDay', missing = false, page = 1 } = search
  const year = search.year ?? Number(thisDay().slice(0, 4))
  const asked = { organizationId, year, kind, onlyMissing: missing, page, size }
  const answer = useAnswer('meetings.frequency', asked)
  return (
    <Page>
      <Answered answer={answer}>
        {(frequency) => (
          <>
            <Headline frequency={frequency} year={year} kindName={frequencyKinds[kind]} />
            <MonthsKept periods={frequency.periods} />
            <Filters choices={<Choices year={year} isBranch={frequency.isBranch} />}>
              {null}
            </Filters>
            {frequency.rows.length > 0 ? (
              <Board rows={frequency.rows} isBranch={frequency.isBranch} />
            ) : (
              <Empty title={missing ? '没有漏开的支部' : '还没有可以比较的支部'}>
                {missing
                  ? '期满的都开过了，或在规定期限内补开。'
                  : '设立支部以后，这里逐月显示是否按规定召开。'}
              </Empty>
            )}
            <Legend />
            {frequency.isBranch ? null : <Pager page={page} size={size} total={frequency.total} />}
            <CellPanel rows={frequency.rows} open={search.open} />
          </>
        )}
      </Answered>
    </Page>
  )
}

type HeadlineProps = { frequency: Frequency; year: number; kindName: string }

function Headline({ frequency, year, kindName }: HeadlineProps) {
  const { isBranch, kept, over, lacking } = frequency
  const what = isBranch ? '各类组织生活' : kindName
  return (
    <Sentence note="只算期满的月和季度；期满后在规定天数内补开的也算，另作标记。">
      {year}年{what}应开 <Count of={over} /> 期，开了 <Count of={kept} /> 期
      {lacking > 0 ? (
        <>
          ，<Count of={lacking} stress /> {isBranch ? '类' : '个支部'}有漏开
        </>
      ) : null}
      。
    </Sentence>
  )
}

function Choices({ year, isBranch }: { year: number; isBranch: boolean }) {
  const change = useSearchChange()
  const { kind = 'themeDay', missing = false } = useSearch({ from: '/shell/meetings/frequency' })
  return (
    <>
      <YearSelect year={year} />
      {isBranch ? null : (
        <Select
          style={{ width: '9rem' }}
          aria-label="类别"
          value={kind}
          options={choicesOf(frequencyKinds)}
          onChange={(value) => change({ kind: value, page: undefined, open: undefined })}
        />
      )}
      <Checkbox
        checked={missing}
        onChange={({ target }) =>
          change({ missing: target.checked ? true : undefined, page: undefined })
        }
      >
        只看有漏开的
      </Checkbox>
    </>
  )
}

function Legend() {
  return (
    <p className={styles.legend}>
      {keysOf(periodStates).map((state) => (
        <PeriodMark key={state} state={state} />
      ))}
      <span>右上角有 * 的，点开看补录情况。</span>
    </p>
  )
}
