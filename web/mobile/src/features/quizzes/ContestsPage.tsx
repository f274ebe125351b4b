import type { EntryOf, Output } from '@zhixing/contract'
import { quizKinds } from '@zhixing/contract/quiz-words.ts'
import { monthDay } from '@zhixing/kit/format/day.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import rows from '../../ui/Rows.module.css'
import { SubPage } from '../../ui/SubPage.tsx'

type Contest = Output<EntryOf<'contests.mine'>>['rows'][number]

const shown = 20

/** Contests round by round; places only where those who hold it have made them known. */
export function ContestsPage() {
  const answer = useAnswer('contests.mine', {})
  return (
    <SubPage title="竞赛" back="/quizzes">
      <Answered answer={answer}>
        {({ rows: contests }) =>
          contests.length === 0 ? (
            <Empty title="还没有竞赛">举办知识竞赛或演讲比赛时，轮次和名次会列在这里。</Empty>
          ) : (
            contests.map((contest) => <ContestView key={contest.contestId} contest={contest} />)
          )
        }
      </Answered>
    </SubPage>
  )
}

function ContestView({ contest: { title, organizationName, rounds } }: { contest: Contest }) {
  return (
    <>
      <h2 className={rows.title}>{title}</h2>
      <p>{organizationName}举办</p>
      {rounds.map(({ quizId, title: name, kind, opensOn, closesOn, mine, ranking }) => (
        <div key={quizId} className={rows.row}>
          <h3>{name}</h3>
          <small>
            {quizKinds[kind]}，{monthDay(opensOn)}至{monthDay(closesOn)}
            {mine === null ? '' : `，我 ${mine} 分`}
          </small>
          {ranking ? (
            <ol>
              {ranking
                .slice(0, shown)
                .map(({ personId, rank, name: who, organizationName: from, score }) => (
                  <li key={personId}>
                    第 {rank} 名 {who}（{from}）{score} 分
                  </li>
                ))}
            </ol>
          ) : (
            <p>名次没有公布</p>
          )}
        </div>
      ))}
    </>
  )
}
