import type { EntryOf, Output } from '@zhixing/contract'
import { ballotStates } from '@zhixing/contract/ballot-words.ts'
import { monthDay } from '@zhixing/kit/format/day.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { Link } from '@tanstack/react-router'
import rows from '../../ui/Rows.module.css'
import { SubPage } from '../../ui/SubPage.tsx'

type Row = Output<EntryOf<'ballots.mine'>>['rows'][number]

/** What I am to vote on, and what was counted lately. */
export function BallotsPage() {
  const answer = useAnswer('ballots.mine', {})
  return (
    <SubPage title="投票" back="/me">
      <Answered answer={answer}>
        {({ rows: ballots }) =>
          ballots.length === 0 ? (
            <Empty
              title="没有请您投的票"
              example="支部党员大会：是否同意购置图书，赞成、反对或弃权。"
            >
              开会时用手机投票的，点名到会以后这里和收件箱都会有选票。
            </Empty>
          ) : (
            <>
              <Sentence note="无记名：谁也查不到哪张票是您的">
                <Count of={ballots.filter(isDue).length} /> 张票等您投。
              </Sentence>
              {ballots.map((one) => (
                <div key={one.ballotId} className={rows.row}>
                  <h2>
                    <Link
                      to="/ballots/$unitId/$ballotId"
                      params={{ unitId: one.unitId, ballotId: one.ballotId }}
                    >
                      {one.title}
                    </Link>
                  </h2>
                  <p>
                    {one.organizationName} · {one.kindName}
                    {one.round > 1 ? ` · 第 ${String(one.round)} 轮` : ''}
                  </p>
                  <small>{wordsOf(one)}</small>
                </div>
              ))}
            </>
          )
        }
      </Answered>
    </SubPage>
  )
}

function isDue({ state, hasTicket }: Row): boolean {
  return state === 'open' && !hasTicket
}

function wordsOf(row: Row): string {
  if (isDue(row)) return `请在 ${monthDay(row.until)} 前投票`
  return row.state === 'open' ? '已领票，等待计票' : ballotStates[row.state]
}
