import type { EntryOf, Output } from '@zhixing/contract'
import { thisDay } from '@zhixing/kit/format/clock.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { Link, useSearch } from '@tanstack/react-router'
import { useMay } from '../../app/me.ts'
import { useOrganization } from '../../app/organization.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { MonthSwitch } from '../../ui/MonthSwitch.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { OfBranch as Leaders } from '../leaders/OfBranch.tsx'
import { OpenTopics } from '../topics/OpenTopics.tsx'
import { MeetingLines } from './MeetingLines.tsx'
import { Occasions } from './Occasions.tsx'
import { Owed } from './Owed.tsx'

type Month = Output<EntryOf<'meetings.month'>>

/** What a branch has to hold this month, and the button that begins it. */
export function MonthPage() {
  const { organizationId } = useOrganization()
  const { month = thisDay().slice(0, 7) } = useSearch({ from: '/shell/meetings/month' })
  const answer = useAnswer('meetings.month', { organizationId, month })
  return (
    <Page>
      <Answered answer={answer}>
        {(value) => (value.isBranch ? <OfBranch month={value} /> : <OfCommittee />)}
      </Answered>
    </Page>
  )
}

function OfBranch({ month }: { month: Month }) {
  const may = useMay()
  const open = month.owed.filter(({ cell }) => isOpen(cell.state))
  const first = open.find(({ kind }) => kind === 'themeDay') ?? open[0]
  const number = Number(month.month.slice(5))
  const address = (kind: string, groupId: string | null) =>
    `/meetings/new?kind=${kind}&month=${month.month}${groupId ? `&groupId=${groupId}` : ''}`
  return (
    <>
      <Sentence
        note="应开次数来自频次规则；补开、补录都会标明。"
        step={
          first && may('activities.organize') ? (
            <LinkButton primary to={address(first.kind, first.groupId)}>
              计划{first.kindName}
            </LinkButton>
          ) : null
        }
      >
        {number}月
        {open.length > 0 ? (
          <>
            还有 <Count of={open.length} stress /> 项组织生活没有安排
          </>
        ) : (
          '应开的组织生活都已安排或开过'
        )}
        ，已有 <Count of={month.meetings.length} /> 次活动。
      </Sentence>
      <MonthSwitch month={month.month} />
      <Section
        title="应开"
        aside={
          open.length > 1 && may('activities.organize') ? (
            <Link to="/meetings/schedule" search={{ month: month.month }}>
              一次排好 {open.length} 项 ›
            </Link>
          ) : null
        }
      >
        <Owed owed={month.owed} address={address} canPlan={may('activities.organize')} />
      </Section>
      <OpenTopics />
      <Leaders year={Number(month.month.slice(0, 4))} />
      <Occasions month={month} canPlan={may('activities.organize')} />
      <Section title="已有的活动">
        {month.meetings.length > 0 ? (
          <MeetingLines rows={month.meetings} label={`${number}月的活动`} />
        ) : (
          <Empty title="这个月还没有活动" example="9月主题党日，9月25日 09:00，村党群服务中心。">
            点上面的“计划”，时间、地点和议程都会替您填好。
          </Empty>
        )}
      </Section>
    </>
  )
}

function isOpen(state: string): boolean {
  return state === 'open' || state === 'makeUp' || state === 'missing'
}

function OfCommittee() {
  return (
    <Empty
      title="组织生活由支部召开"
      step={<LinkButton to="/meetings/frequency">看各支部的频次</LinkButton>}
    >
      这里按月列出一个支部应开和已开的组织生活。请在左上角切换到一个支部，或看各支部的频次。
    </Empty>
  )
}
