import type { EntryOf, Output } from '@zhixing/contract'
import { clockStages } from '@zhixing/contract/conduct-words.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { Shape, type ShapeName } from '@zhixing/kit/ui/Shape.tsx'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { keysOf } from '@zhixing/kit/words.ts'
import { useSearch } from '@tanstack/react-router'
import { useOrganization } from '../../app/organization.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { Page } from '../../ui/Page.tsx'
import details from '../../ui/Details.module.css'
import { DataList } from '../../ui/list/DataList.tsx'
import { FilterChoices } from '../../ui/list/FilterChoices.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { ConductBar } from './ConductBar.tsx'
import { MemberClocks } from './MemberClocks.tsx'

type Shown = Output<EntryOf<'conduct.clocks'>>
type Row = Shown['rows'][number]
type Stage = Row['stage']

const size = 50
const grave = ['amber', 'talk', 'report', 'case'] as const

/** Whose clock runs, by the three clocks of article 31; the gravest first. */
export function ClocksPage() {
  const { organizationId } = useOrganization()
  const { stage, page = 1, open } = useSearch({ from: '/shell/conduct' })
  const change = useSearchChange()
  const asked = { organizationId, page, size, ...(stage ? { stage } : {}) }
  const answer = useAnswer('conduct.clocks', asked)
  const [unitId, memberId] = open?.split(':') ?? []
  return (
    <Page>
      <Answered answer={answer}>
        {(shown) => (
          <>
            <Headline shown={shown} />
            <ConductBar />
            <FilterChoices<Stage>
              choices={[
                { key: undefined, word: '全部', count: runningOf(shown) },
                ...grave.map((key) => ({
                  key,
                  word: clockStages[key],
                  count: shown.counts[key],
                })),
                { key: 'clear', word: clockStages.clear, count: shown.counts.clear },
              ]}
              chosen={stage}
              choose={(key) => change({ stage: key, page: undefined })}
            />
            <Rows shown={shown} page={page} />
            <DetailPanel
              title={shown.rows.find((row) => row.memberId === memberId)?.name ?? '履责月数'}
              open={memberId !== undefined}
              onClose={() => change({ open: undefined })}
            >
              {unitId && memberId ? (
                <MemberClocks key={memberId} unitId={unitId} memberId={memberId} />
              ) : null}
            </DetailPanel>
          </>
        )}
      </Answered>
    </Page>
  )
}

function runningOf({ counts }: Shown): number {
  return grave.reduce((sum, key) => sum + counts[key], 0)
}

function Headline({ shown }: { shown: Shown }) {
  const running = runningOf(shown)
  const urgent = running - shown.counts.amber
  const ladder = shown.ladder.map(({ stage, months }) => `${months} 个月${clockStages[stage]}`)
  return (
    <Sentence
      note={`三个月数各算各的：${ladder.join('，')}；做到一次只重置自己那一个，免硬性要求期间暂停。`}
    >
      {running === 0 ? (
        '没有党员连续不履行义务。'
      ) : (
        <>
          <Count of={running} stress /> 名党员连续没有履行义务
          {urgent > 0 ? (
            <>
              ，<Count of={urgent} stress /> 人该谈话
            </>
          ) : null}
          。
        </>
      )}
    </Sentence>
  )
}

const shapes: Record<Stage, ShapeName> = {
  clear: 'check',
  amber: 'ring',
  talk: 'half',
  report: 'triangle',
  case: 'triangle',
}

function monthsOf(row: Row, clock: Row['clocks'][number]['clock']) {
  const found = row.clocks.find((one) => one.clock === clock)
  return found && found.months > 0 ? `${found.months} 个月` : '—'
}

/** Under each, for how long it was not done. */
const short = { life: '组织生活', dues: '党费', work: '工作' } as const

const columns: Column<Row>[] = [
  {
    key: 'name',
    title: '姓名',
    width: '6rem',
    narrow: true,
    cell: ({ unitId, memberId, name }) => (
      <LineLink open={`${unitId}:${memberId}`}>{name}</LineLink>
    ),
  },
  {
    key: 'branch',
    title: '党支部',
    width: 'minmax(9rem, 1fr)',
    cell: ({ organizationName }) => organizationName,
  },
  ...keysOf(short).map((clock): Column<Row> => ({
    key: clock,
    title: short[clock],
    width: '7rem',
    narrow: true,
    cell: (row) => monthsOf(row, clock),
  })),
  {
    key: 'stage',
    title: '到哪一步',
    width: '8rem',
    narrow: true,
    cell: ({ stage, isExcused, caseId }) => (
      <span className={stage === 'amber' ? details.mark : `${details.mark} ${details.late}`}>
        <Shape name={shapes[stage]} />
        {clockStages[stage]}
        {isExcused ? '（免要求）' : ''}
        {caseId ? '，已起草' : ''}
      </span>
    ),
  },
]

function Rows({ shown, page }: { shown: Shown; page: number }) {
  if (shown.total === 0)
    return (
      <Empty
        title="三个月数都正常"
        example="“从 2026-01 起连续 4 个月没有参加组织生活”，点开看逐月情况，一键约谈。"
      >
        系统按月核对组织生活、党费和分配的工作；有人连续没有做到时列在这里，失联党员在流动党员页另计。
      </Empty>
    )
  return (
    <>
      <DataList
        label="履责月数"
        columns={columns}
        rows={shown.rows}
        keyOf={({ memberId }) => memberId}
      />
      <Pager page={page} size={size} total={shown.total} />
    </>
  )
}
