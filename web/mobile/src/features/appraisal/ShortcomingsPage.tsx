import type { EntryOf, Output } from '@zhixing/contract'
import { shortcomingStates } from '@zhixing/contract/appraisal-words.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useState } from 'react'
import rows from '../../ui/Rows.module.css'
import { SayForm } from '../../ui/SayForm.tsx'
import { SubPage } from '../../ui/SubPage.tsx'

type Row = Output<EntryOf<'shortcomings.mine'>>['rows'][number]

/** What I have to mend, until when, and how far I am. */
export function ShortcomingsPage() {
  const answer = useAnswer('shortcomings.mine', {})
  return (
    <SubPage title="我要整改的问题" back="/appraisal">
      <Answered answer={answer}>
        {({ rows: mine }) =>
          mine.length === 0 ? (
            <Empty title="没有要您整改的问题">
              组织生活会上查摆出来、由您整改的问题会出现在这里。
            </Empty>
          ) : (
            <>
              <Sentence note="改完了提请验收，支部验收后销号">
                <Count of={mine.filter(({ state }) => state === 'open').length} /> 个问题在整改。
              </Sentence>
              {mine.map((row) => (
                <One key={row.shortcomingId} row={row} />
              ))}
            </>
          )
        }
      </Answered>
    </SubPage>
  )
}

function One({ row }: { row: Row }) {
  const { text, measure, dueOn, state, isOverdue, log } = row
  return (
    <div className={rows.row}>
      <h2>{text}</h2>
      <p>{measure}</p>
      <small>
        {dueOn} 前改完，{isOverdue ? '已逾期' : shortcomingStates[state]}
      </small>
      {log.map(({ what, text: words, byName, at }) => (
        <p key={at}>
          {at.slice(0, 10)} {what}：{words}（{byName}）
        </p>
      ))}
      {state === 'open' ? <Report row={row} /> : null}
    </div>
  )
}

function Report({ row: { unitId, shortcomingId, version } }: { row: Row }) {
  const [isDone, setIsDone] = useState(false)
  const { mutate, isPending, error } = useAct('shortcomings.report')
  const key = { unitId, shortcomingId, version, isDone }
  return (
    <>
      <label>
        <input
          type="checkbox"
          checked={isDone}
          onChange={({ target }) => setIsDone(target.checked)}
        />{' '}
        已经改完，请支部验收
      </label>
      <SayForm
        label="整改进展"
        word={isDone ? '提请验收' : '报告进展'}
        least={4}
        most={1000}
        isPending={isPending}
        problem={error?.message}
        send={(text, done) => mutate({ ...key, text }, { onSuccess: done })}
      />
    </>
  )
}
