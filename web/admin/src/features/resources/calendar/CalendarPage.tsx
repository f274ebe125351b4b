import type { EntryOf, Output } from '@zhixing/contract'
import { resourceKinds } from '@zhixing/contract/resource-words.ts'
import { thisDay } from '@zhixing/kit/format/clock.ts'
import { fullDay, monthDay } from '@zhixing/kit/format/day.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { Button, Segmented, Select } from 'antd'
import { useOrganization } from '../../../app/organization.ts'
import { LinkButton } from '../../../ui/LinkButton.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Pager } from '../../../ui/list/Pager.tsx'
import { useSearchChange } from '../../../ui/use-search-change.ts'
import { ResourceBar } from '../ResourceBar.tsx'
import details from '../../../ui/Details.module.css'
import { DayBars } from './DayBars.tsx'
import { daysShown, moved, type View } from './days.ts'
import { Grid } from './Grid.tsx'

type Shown = Output<EntryOf<'resources.calendar'>>

const size = 50

/** Who has what when: a day as bars over the hours, a week and a month as a grid of days. */
export function CalendarPage() {
  const { organizationId } = useOrganization()
  const search = useSearch({ from: '/shell/resources/calendar' })
  const { view = 'week', day = thisDay(), kind, resource, page = 1 } = search
  const days = daysShown(view, day)
  const answer = useAnswer('resources.calendar', {
    organizationId,
    page,
    size,
    from: days[0] ?? day,
    until: days.at(-1) ?? day,
    ...(kind ? { kind } : {}),
    ...(resource ? { resourceId: resource } : {}),
  })
  return (
    <Page>
      <Answered answer={answer}>
        {(shown) => (
          <>
            <Headline shown={shown} days={days} one={resource !== undefined} />
            <ResourceBar>
              <Switches view={view} day={day} />
            </ResourceBar>
            <Body shown={shown} days={days} view={view} />
            {shown.total > size ? <Pager page={page} size={size} total={shown.total} /> : null}
          </>
        )}
      </Answered>
    </Page>
  )
}

function Body({ shown, days, view }: { shown: Shown; days: string[]; view: View }) {
  if (shown.total === 0)
    return (
      <Empty title="还没有可以排的资源" step={<LinkButton to="/resources">去登记</LinkButton>}>
        登记师资、场所、基地和器材以后，谁在什么时间使用都在这里。
      </Empty>
    )
  return view === 'day' ? (
    <DayBars shown={shown} day={days[0] ?? ''} />
  ) : (
    <Grid shown={shown} days={days} isMonth={view === 'month'} />
  )
}

function Headline({ shown, days, one }: { shown: Shown; days: string[]; one: boolean }) {
  const [first = '', last = ''] = [days[0], days.at(-1)]
  const when = first === last ? fullDay(first) : `${fullDay(first)}至${monthDay(last)}`
  const [only] = shown.rows
  return (
    <Sentence note={`${when}。同一时间只会有一家订到；停用的时间也标在这里。`}>
      {one && only ? `${only.name}：` : ''}
      <Count of={shown.total} /> 项资源，
      <Count of={shown.booked} /> 个预订
      {shown.booked > shown.bookings.length ? `，只列前 ${shown.bookings.length} 个` : ''}。
    </Sentence>
  )
}

function Switches({ view, day }: { view: View; day: string }) {
  const { kind, resource } = useSearch({ from: '/shell/resources/calendar' })
  const change = useSearchChange()
  return (
    <div className={details.acts}>
      <Segmented<View>
        aria-label="看多长"
        value={view}
        onChange={(next) => change({ view: next === 'week' ? undefined : next })}
        options={[
          { value: 'day', label: '日' },
          { value: 'week', label: '周' },
          { value: 'month', label: '月' },
        ]}
      />
      <Button aria-label="往前" onClick={() => change({ day: moved(view, day, -1) })}>
        ‹
      </Button>
      <Button onClick={() => change({ day: undefined })}>今天</Button>
      <Button aria-label="往后" onClick={() => change({ day: moved(view, day, 1) })}>
        ›
      </Button>
      {resource ? (
        <Button onClick={() => change({ resource: undefined })}>看全部资源</Button>
      ) : (
        <Select
          aria-label="种类"
          allowClear
          placeholder="种类"
          style={{ width: '7rem' }}
          value={kind ?? null}
          onChange={(next) => change({ kind: next ?? undefined, page: undefined })}
          options={choicesOf(resourceKinds)}
        />
      )}
    </div>
  )
}
