import type { EntryOf, Output } from '@zhixing/contract'
import { quizKinds } from '@zhixing/contract/quiz-words.ts'
import { monthDay } from '@zhixing/kit/format/day.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { thisDay } from '@zhixing/kit/format/clock.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import rows from '../../ui/Rows.module.css'
import { SubPage } from '../../ui/SubPage.tsx'

type Contest = Output<EntryOf<'contests.mine'>>['rows'][number]
type Round = Contest['rounds'][number]

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
            <>
              <Headline contests={contests} />
              {contests.map((contest) => (
                <ContestView key={contest.contestId} contest={contest} />
              ))}
            </>
          )
        }
      </Answered>
    </SubPage>
  )
}

function isRunning({ opensOn, closesOn }: Round): boolean {
  const today = thisDay()
  return opensOn <= today && today <= closesOn
}

function Headline({ contests }: { contests: Contest[] }) {
  const running = contests.flatMap(({ rounds }) => rounds).filter(isRunning)
  const open = running.filter(({ mine, kind }) => mine === null && kind !== 'speech').length
  return (
    <Sentence note="名次由举办的党组织公布，公布以后列在这里。">
      {contests.length} 个竞赛，
      {open > 0 ? (
        <>
          还有 <Count of={open} stress /> 轮等您作答
        </>
      ) : (
        '现在没有等您作答的'
      )}
      。
    </Sentence>
  )
}

function ContestView({ contest: { title, organizationName, rounds } }: { contest: Contest }) {
  return (
    <>
      <h2 className={rows.title}>{title}</h2>
      <p className={rows.row}>{organizationName}举办</p>
      {rounds.map((round) => {
        const { unitId, quizId, title: name, kind, opensOn, closesOn, mine, ranking } = round
        return (
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
              <p>名次还没有公布</p>
            )}
            {isRunning(round) && mine === null && kind !== 'speech' ? (
              <LinkButton to={`/quizzes/${unitId}/${quizId}`}>去答题</LinkButton>
            ) : null}
          </div>
        )
      })}
    </>
  )
}
