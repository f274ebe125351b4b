import {
  appealStates,
  disposalGrounds,
  disposalKinds,
  disposalStates,
} from '@zhixing/contract/conduct-words.ts'
import { useAct } from '@zhixing/kit/use-answer.ts'
import { Folded, SayForm } from '../../ui/SayForm.tsx'
import rows from '../../ui/Rows.module.css'
import type { Mine } from './ConductPage.tsx'

type Case = Mine['cases'][number]

/** What is decided about me: the facts, my own word, the decision, and how to appeal. */
export function OwnCases({ cases }: { cases: Mine['cases'] }) {
  if (cases.length === 0) return null
  return (
    <>
      <h2 className={rows.title}>与我有关的处理</h2>
      {cases.map((one) => (
        <OwnCase key={one.caseId} one={one} />
      ))}
    </>
  )
}

function OwnCase({ one }: { one: Case }) {
  const { kind, ground, state, stepName, facts, statement, correction, decidedOn } = one
  return (
    <div className={rows.row}>
      <h3>{disposalKinds[kind]}</h3>
      <small>
        {disposalGrounds[ground]} · {stepName || disposalStates[state]}
        {decidedOn ? ` · ${decidedOn} 决定` : ''}
      </small>
      <p>{facts}</p>
      {correction ? (
        <p>
          改正到 {correction.until}，{correction.helperName}帮助您：{correction.measures}
        </p>
      ) : null}
      {statement ? <p>我的陈述：{statement}</p> : null}
      <Speak one={one} />
      <Appeal one={one} />
    </div>
  )
}

function Speak({ one: { unitId, caseId, maySpeak } }: { one: Case }) {
  const { mutate, isPending, error } = useAct('conduct.state')
  if (!maySpeak) return null
  return (
    <SayForm
      label="我的陈述（提交后不能改）"
      word="提交陈述"
      least={5}
      most={5000}
      isPrimary
      isPending={isPending}
      problem={error?.message}
      send={(text, done) => mutate({ unitId, caseId, text }, { onSuccess: done })}
    />
  )
}

function Appeal({ one: { unitId, caseId, appeal, mayAppeal, appealUntil } }: { one: Case }) {
  const { mutate, isPending, error } = useAct('conduct.appeal')
  if (appeal)
    return (
      <p>
        {appealStates[appeal.state]}：{appeal.text}
        {appeal.answer ? `（复议：${appeal.answer}）` : ''}
      </p>
    )
  if (!mayAppeal) return null
  return (
    <Folded word={`不服决定，${appealUntil ?? ''} 前可以申诉`}>
      <SayForm
        label="为什么不服"
        word="提出申诉"
        least={5}
        most={5000}
        isPending={isPending}
        problem={error?.message}
        send={(text, done) => mutate({ unitId, caseId, text }, { onSuccess: done })}
      />
    </Folded>
  )
}
