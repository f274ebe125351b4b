import type { EntryOf, Output } from '@zhixing/contract'
import { thisDay } from '@zhixing/kit/format/clock.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { useOrganization } from '../../app/organization.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Page } from '../../ui/Page.tsx'
import { Filters } from '../../ui/list/Filters.tsx'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { Accept } from './Accept.tsx'
import { Branches } from './Branches.tsx'
import { Lines } from './Lines.tsx'
import { addMonths, monthOf, monthSaid, type Moved } from './span.ts'

export type Proposal = Output<EntryOf<'schedules.propose'>>

/** What is owed and not arranged, on days on which it can lawfully be held; looked at, moved, and planned at once. */
export function SchedulePage() {
  const { organizationId } = useOrganization()
  const search = useSearch({ from: '/shell/meetings/schedule' })
  const { month: from = monthOf(thisDay()), months = 3 } = search
  const until = addMonths(from, months - 1)
  return (
    <Page>
      <Proposed key={`${organizationId}.${from}.${until}`} span={{ organizationId, from, until }} />
    </Page>
  )
}

export type Span = { organizationId: string; from: string; until: string }

function Proposed({ span }: { span: Span }) {
  const [moved, setMoved] = useState<readonly Moved[]>([])
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set())
  const answer = useAnswer('schedules.propose', { ...span, moved: [...moved] })
  const move = (key: string, to: Omit<Moved, 'key'> | undefined) => {
    const others = moved.filter((one) => one.key !== key)
    setMoved(to ? [...others, { key, ...to }] : others)
  }
  const choose = (key: string, isIn: boolean) =>
    setLeftOut(new Set(isIn ? [...leftOut].filter((one) => one !== key) : [...leftOut, key]))
  return (
    <Answered answer={answer}>
      {(proposal) => {
        const chosen = proposal.rows.filter(({ key }) => !leftOut.has(key))
        const Shown = proposal.isBranch ? Lines : Branches
        return (
          <>
            <Headline
              proposal={proposal}
              step={
                <Accept
                  span={span}
                  rows={chosen}
                  leftOut={proposal.rows.length - chosen.length}
                  clear={() => setMoved([])}
                />
              }
            />
            <Filters choices={<Choices span={span} />}>{null}</Filters>
            {proposal.rows.length > 0 ? (
              <Shown rows={proposal.rows} hands={{ leftOut, choose, move }} />
            ) : (
              <Empty
                title="应开的都已安排"
                step={<LinkButton to="/meetings/month">看本月</LinkButton>}
              >
                这里把还没有安排的“三会一课”、主题党日和组织生活会排到合规的日子里，换个时段看看。
              </Empty>
            )}
          </>
        )
      }}
    </Answered>
  )
}

function Headline({ proposal, step }: { proposal: Proposal; step: ReactNode }) {
  const { rows, isBranch, branches, arranged, later, provisionalYears } = proposal
  const clashes = rows.filter(({ clash }) => clash !== '').length
  const notes = [
    '避开法定节假日、培训班、同一场地和同一个人的其他活动；上级统一的日子和固定党日优先。',
    later > 0 ? `另有 ${later} 项在这一段以后才到期，可以以后再排。` : '',
    provisionalYears.length > 0
      ? `${provisionalYears.join('、')}年放假安排还没有公布，其中的日子暂定。`
      : '',
  ]
  return (
    <Sentence note={notes.join('')} step={step}>
      {isBranch ? '' : `${branches} 个支部`}
      {rows.length > 0 ? (
        <>
          还有 <Count of={rows.length} stress /> 项组织生活没有安排
          {clashes > 0 ? (
            <>
              ，其中 <Count of={clashes} stress /> 项排不开，请改时间
            </>
          ) : (
            '，都排到了合规的日子里'
          )}
        </>
      ) : (
        '应开的组织生活都已安排'
      )}
      {arranged > 0 ? `，已安排 ${arranged} 项` : ''}。
    </Sentence>
  )
}

function Choices({ span: { from } }: { span: Span }) {
  const change = useSearchChange()
  const { months = 3 } = useSearch({ from: '/shell/meetings/schedule' })
  const now = monthOf(thisDay())
  const choices = Array.from({ length: 12 }, (_, at) => addMonths(now, at))
  return (
    <>
      <Select
        aria-label="从哪个月排起"
        value={from}
        options={choices.map((value) => ({ value, label: `从${monthSaid(value)}排起` }))}
        onChange={(value) => change({ month: value })}
      />
      <Select
        aria-label="排多久"
        value={months}
        options={[
          { value: 1, label: '排一个月' },
          { value: 3, label: '排三个月' },
          { value: 12, label: '排一年' },
        ]}
        onChange={(value) => change({ months: value })}
      />
    </>
  )
}
