import type { EntryOf, Output } from '@zhixing/contract'
import { moment } from '@zhixing/kit/format/day.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { Link } from '@tanstack/react-router'
import { SubPage } from '../../ui/SubPage.tsx'
import rows from '../../ui/Rows.module.css'

type Group = Output<EntryOf<'studyGroups.mine'>>['groups'][number]

/** The study groups in which I sit, and where I am sent to observe. */
export function StudyGroupsPage() {
  const answer = useAnswer('studyGroups.mine', {})
  return (
    <SubPage title="理论中心组" back="/me">
      <Answered answer={answer}>
        {({ groups }) => (
          <>
            {groups.length === 0 ? (
              <Empty title="您不在中心组里" example="5 月 12 日 9 时，集体研讨，镇党委会议室。">
                党委、党组的中心组成员在这里看下一次学习、今年到会和要补的学习。
              </Empty>
            ) : null}
            {groups.map((group, at) => (
              <One key={group.groupId} group={group} isFirst={at === 0} />
            ))}
            <h2 className={rows.title}>列席旁听</h2>
            <Link to="/observe" className={rows.row}>
              <p>派给我的旁听</p>
            </Link>
          </>
        )}
      </Answered>
    </SubPage>
  )
}

function One({ group, isFirst }: { group: Group; isFirst: boolean }) {
  const { name, role, year, books, next, due, present, toMakeUp } = group
  const sum = (
    <>
      {year} 年中心组学习到会 <Count of={present} />/{due} 次
      {toMakeUp.length > 0 ? (
        <>
          ，要补 <Count of={toMakeUp.length} stress /> 次
        </>
      ) : null}
      。
    </>
  )
  return (
    <>
      {isFirst ? (
        <Sentence note={`${name}，${role}`}>{sum}</Sentence>
      ) : (
        <>
          <h2 className={rows.title}>
            {name}，{role}
          </h2>
          <p>{sum}</p>
        </>
      )}
      {next ? (
        <div className={rows.row}>
          <h2>下一次：{next.title}</h2>
          <p>
            {moment(next.startsAt)}，{next.place === '' ? '自学' : next.place}
          </p>
          <small>不能参加的，在“活动”里请假，会后补学</small>
        </div>
      ) : (
        <p>还没有安排下一次学习。</p>
      )}
      {toMakeUp.map(({ sessionId, title, startsAt }) => (
        <div key={sessionId} className={rows.row}>
          <h2>要补学：{title}</h2>
          <p>{moment(startsAt)}；补学后请学习秘书登记</p>
        </div>
      ))}
      {books.length > 0 ? <h2 className={rows.title}>今年的重要书目</h2> : null}
      {books.map(({ title, isRead }) => (
        <div key={title} className={rows.row}>
          <p>
            《{title}》，{isRead ? '已学' : '待学'}
          </p>
        </div>
      ))}
    </>
  )
}
