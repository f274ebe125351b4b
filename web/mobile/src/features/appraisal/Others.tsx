import { appraisalGrades } from '@zhixing/contract/appraisal-words.ts'
import type { AppraisalGrade } from '@zhixing/contract/appraisal-words.ts'
import { useAct } from '@zhixing/kit/use-answer.ts'
import { useState } from 'react'
import rows from '../../ui/Rows.module.css'
import { Folded, SayForm } from '../../ui/SayForm.tsx'
import type { Round } from './AppraisalPage.tsx'
import { GradeChoice } from './GradeChoice.tsx'

type Other = Round['others'][number]

/** A word to each comrade, by name, as at the meeting; those who still wait for it first. */
export function Others({ round }: { round: Round }) {
  const waiting = round.others.filter(({ isRated }) => !isRated)
  const rated = round.others.filter(({ isRated }) => isRated)
  return (
    <>
      <h2 className={rows.title}>互评{round.byGroup ? '（本党小组）' : ''}</h2>
      <p>批评意见实名，本人看得到；等次由支部综合测评结果确定。</p>
      {[...waiting, ...rated].map((other) => (
        <div key={other.memberId} className={rows.row}>
          <h3>{other.name}</h3>
          {other.isRated ? (
            <p>
              {other.grade ? `${appraisalGrades[other.grade]}：` : ''}
              {other.comment}
            </p>
          ) : null}
          <Folded key={other.comment} word={other.isRated ? '修改' : `评${other.name}`}>
            <Rate round={round} other={other} />
          </Folded>
        </div>
      ))}
    </>
  )
}

function Rate({ round: { unitId, appraisalId }, other }: { round: Round; other: Other }) {
  const [grade, setGrade] = useState<AppraisalGrade | undefined>(other.grade ?? undefined)
  const { mutate, isPending, error } = useAct('appraisal.rate')
  const { memberId, isGraded, name } = other
  const key = { unitId, appraisalId, memberId, grade: isGraded ? (grade ?? null) : null }
  return (
    <>
      {isGraded ? <GradeChoice label="等次" value={grade} change={setGrade} /> : null}
      <SayForm
        label={`对${name}的意见：优点、不足、希望`}
        word="交互评"
        least={4}
        isPrimary
        isPending={isPending}
        problem={error?.message}
        send={(comment, done) => mutate({ ...key, comment }, { onSuccess: done })}
      />
    </>
  )
}
