import { monthDay, weekday } from '@zhixing/kit/format/day.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { MyHours } from './MyHours.tsx'
import type { MemberDay } from './todo.ts'
import { TodoItem } from './TodoItem.tsx'

export function TodayPage() {
  const answer = useAnswer('home.member', {})
  return <Answered answer={answer}>{(member) => <Today member={member} />}</Answered>
}

function Today({ member }: { member: MemberDay }) {
  const { name, organizationName, today, todos, isMember } = member
  if (!isMember) return <NoMember name={name} />
  return (
    <>
      <Sentence note={`${organizationName} · ${monthDay(today)} ${weekday(today)}`}>
        {todos.length > 0 ? (
          <>
            {name}同志，近期有 <Count of={todos.length} /> 件事。
          </>
        ) : (
          <>{name}同志，近期没有要办的事。</>
        )}
      </Sentence>
      {todos.length === 0 ? (
        <Empty
          title="都办完了"
          example="“参加9月主题党日”会在支部发出通知后出现在这里。"
          step={<LinkButton to="/activities">看参加过的活动</LinkButton>}
        >
          支部安排的学习和活动到时会自动列出。
        </Empty>
      ) : (
        <ul>
          {todos.map((todo, index) => (
            <TodoItem key={todo.key} todo={todo} today={today} first={index === 0} />
          ))}
        </ul>
      )}
      <MyHours />
    </>
  )
}

function NoMember({ name }: { name: string }) {
  const { data } = useAnswer('development.mine', {})
  if (data?.own) return <Applicant name={name} next={data.own.next?.name} />
  return (
    <>
      <Sentence>{name}，您好。</Sentence>
      <Empty title="这里是党员个人的待办" step={<LinkButton to="/inbox">看收件箱</LinkButton>}>
        这个账号没有对应的党员，没有学时和活动。管理工作请在电脑上的管理台办理。
      </Empty>
    </>
  )
}

/** Somebody on the way to membership has one page: their own way. */
function Applicant({ name, next }: { name: string; next: string | undefined }) {
  return (
    <>
      <Sentence>{name}，您好。</Sentence>
      <Empty
        title={next ? `下一步：${next}` : '正在办理'}
        step={<LinkButton to="/development">看我的入党进程</LinkButton>}
      >
        这里看得到您的进度、要办的事和记录；思想汇报也在这里交。
      </Empty>
    </>
  )
}
