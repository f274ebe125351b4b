import type { EntryOf, Output } from '@zhixing/contract'
import { conductClocks, sanctionKinds, taskStates } from '@zhixing/contract/conduct-words.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { SayForm } from '../../ui/SayForm.tsx'
import { SubPage } from '../../ui/SubPage.tsx'
import rows from '../../ui/Rows.module.css'
import { OwnCases } from './OwnCases.tsx'

export type Mine = Output<EntryOf<'conduct.mine'>>

/** My three clocks, what I was given to do, and what is decided about me. */
export function ConductPage() {
  const answer = useAnswer('conduct.mine', {})
  return (
    <SubPage title="我的履责" back="/me">
      <Answered answer={answer}>
        {(mine) =>
          mine.isMember ? (
            <Own mine={mine} />
          ) : (
            <Empty title="这里看本人的履责情况">这个账号没有党员身份。</Empty>
          )
        }
      </Answered>
    </SubPage>
  )
}

function Own({ mine }: { mine: Mine }) {
  const { clocks, isExcused, tasks, sanctions } = mine
  const running = clocks.filter(({ months }) => months > 0)
  const open = tasks.filter(({ state }) => state === 'open' || state === 'reported')
  return (
    <>
      <Sentence
        note={
          isExcused
            ? '现在免硬性要求，月数暂停。'
            : '做到一次就重新计算；有困难请告诉支部，可以免硬性要求。'
        }
      >
        {running.length === 0 ? (
          '三项义务都按时做到了。'
        ) : (
          <>
            有 <Count of={running.length} stress /> 项义务连续没有做到。
          </>
        )}
      </Sentence>
      {clocks.map(({ clock, sentence }) => (
        <div key={clock} className={rows.row}>
          <h2>{conductClocks[clock]}</h2>
          <p>{sentence}</p>
        </div>
      ))}
      <OwnCases cases={mine.cases} />
      {open.length > 0 ? <h2 className={rows.title}>分配给我的工作</h2> : null}
      {open.map((task) => (
        <Task key={task.taskId} task={task} />
      ))}
      {sanctions.length > 0 ? <h2 className={rows.title}>处分</h2> : null}
      {sanctions.map(({ sanctionId, kind, authority, document, from, until, votelessUntil }) => (
        <div key={sanctionId} className={rows.row}>
          <h3>{sanctionKinds[kind]}</h3>
          <p>
            {authority}，{document}
          </p>
          <small>
            {from} 起{until ? `，影响期到 ${until}` : ''}
            {votelessUntil ? `，${votelessUntil} 以前没有表决权` : ''}
          </small>
        </div>
      ))}
    </>
  )
}

function Task({ task }: { task: Mine['tasks'][number] }) {
  const { unitId, taskId, version, title, dueOn, state, isLate } = task
  const { mutate, isPending, error } = useAct('conduct.report')
  return (
    <div className={rows.row}>
      <h3>{title}</h3>
      <small>
        {dueOn} 前完成 · {isLate ? '已逾期' : taskStates[state]}
      </small>
      {state === 'open' ? (
        <SayForm
          label="做了什么"
          word="报告做完了"
          rows={2}
          most={200}
          isPending={isPending}
          problem={error?.message}
          send={(text, done) => mutate({ unitId, taskId, version, text }, { onSuccess: done })}
        />
      ) : null}
    </div>
  )
}
