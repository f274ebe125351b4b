import type { EntryOf, Output } from '@zhixing/contract'
import { talkSigns, talkStates } from '@zhixing/contract/talk-words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { CancelForm, FollowUpForm, RecordForm } from './TalkForms.tsx'
import styles from './Talks.module.css'

export type Talk = Output<EntryOf<'talks.show'>>

/** All of one talk, and the one thing that comes next. */
export function TalkView({ unitId, talkId }: { unitId: string; talkId: string }) {
  const answer = useAnswer('talks.show', { unitId, talkId })
  return (
    <Answered answer={answer}>
      {(talk) => (
        <div className={styles.panel}>
          <p>
            {talk.name} · {talk.organizationName} · {talkStates[talk.state]}
          </p>
          <p>
            {talk.talkerName}，{talk.plannedOn}，{talk.place}
          </p>
          <ul>
            {talk.reasons.map(({ sign, sentence }) => (
              <li key={sign}>
                <b>{talkSigns[sign]}</b>：{sentence}
              </li>
            ))}
            {talk.cause ? <li>{talk.cause}</li> : null}
            {talk.cancelReason ? <li>撤销：{talk.cancelReason}</li> : null}
          </ul>
          <Said talk={talk} />
          {talk.mayHold ? <Next talk={talk} /> : null}
        </div>
      )}
    </Answered>
  )
}

function Said({ talk }: { talk: Talk }) {
  const { heldOn, content, promise, followUps } = talk
  if (!heldOn) return null
  return (
    <>
      <h3>{heldOn} 谈话记录</h3>
      <p className={styles.said}>{content}</p>
      {promise ? <p>本人表态：{promise}</p> : null}
      <p className={styles.secret}>仅书记和上级党委可见，加密保存。</p>
      <ul>
        {followUps.map(({ day, finding, byName, at, next }) => (
          <li key={at}>
            {day} {byName}：{finding}
            <small>{next ? `${next} 再跟进` : '办结'}</small>
          </li>
        ))}
      </ul>
    </>
  )
}

function Next({ talk }: { talk: Talk }) {
  if (talk.state === 'planned')
    return (
      <>
        <h3>谈过了，记录下来</h3>
        <RecordForm talk={talk} />
        <h3>不谈了</h3>
        <CancelForm talk={talk} />
      </>
    )
  if (talk.state === 'following')
    return (
      <>
        <h3>跟进</h3>
        <FollowUpForm talk={talk} />
      </>
    )
  return null
}
