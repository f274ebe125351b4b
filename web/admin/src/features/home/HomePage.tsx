import { monthDay, weekday } from '@zhixing/kit/format/day.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useMay } from '../../app/me.ts'
import { useOrganization } from '../../app/organization.ts'
import { Page, Section } from '../../ui/Page.tsx'
import type { Home } from './home.ts'
import { LearningBelow } from './LearningBelow.tsx'
import { LearningStrip } from './LearningStrip.tsx'
import { MonthStrip } from './MonthStrip.tsx'
import { TodoList } from './TodoList.tsx'

/** What there is to do here, in the order of lawful urgency. */
export function HomePage() {
  const may = useMay()
  return <Page>{may('organizations.view') ? <Work /> : <NoOffice />}</Page>
}

function Work() {
  const { organizationId } = useOrganization()
  const answer = useAnswer('home.branch', { organizationId })
  return <Answered answer={answer}>{(home) => <Todos home={home} />}</Answered>
}

function Todos({ home }: { home: Home }) {
  const { today, organizationName, todos, waiting, month, learning, isBranch } = home
  const overdue = todos.filter(({ deadline }) => deadline !== null && deadline < today).length
  return (
    <>
      <Sentence note={`${organizationName} · ${monthDay(today)} ${weekday(today)}`}>
        {todos.length === 0 ? (
          '眼下没有要办的事。'
        ) : (
          <>
            有 <Count of={waiting} /> 件事要办
            {overdue > 0 ? (
              <>
                ，其中 <Count of={overdue} stress /> 件已过期限
              </>
            ) : null}
            。
          </>
        )}
      </Sentence>
      <TodoList todos={todos} today={today} />
      <Section title="本月安排" aside="空心圆为期限，实心方为活动">
        <MonthStrip month={month} today={today} />
      </Section>
      {isBranch ? <LearningStrip learning={learning} /> : <LearningBelow learning={learning} />}
    </>
  )
}

function NoOffice() {
  return (
    <>
      <Sentence note="左侧是您可以办理的事项">请从左侧选择要办的事。</Sentence>
      <Empty title="这里不显示业务待办">
        您的岗位不管理党组织和党员。党员个人的待办、学时和活动在手机页（/m/）上看。
      </Empty>
    </>
  )
}
