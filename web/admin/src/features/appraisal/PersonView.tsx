import type { EntryOf, Output } from '@zhixing/contract'
import {
  appraisalGrades,
  appraisalHeadings,
  appraisalRoles,
  headingMarks,
} from '@zhixing/contract/appraisal-words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { keysOf } from '@zhixing/kit/words.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Button } from 'antd'
import styles from './Appraisal.module.css'
import { ConcludeForm, ExcuseForm, SelfForm } from './PersonForms.tsx'
import type { Round } from './RoundPage.tsx'

export type Person = Output<EntryOf<'appraisal.person'>>

/** All that was said of one person, and what the branch makes of it. */
export function PersonView({ round, memberId }: { round: Round; memberId: string }) {
  const { unitId, appraisalId, stage } = round
  const answer = useAnswer('appraisal.person', { unitId, appraisalId, memberId })
  return (
    <Answered answer={answer}>
      {(person) => (
        <div className={styles.panel}>
          <p>
            {appraisalRoles[person.role]}
            {person.roleNote ? `：${person.roleNote}` : ''}
          </p>
          <Self person={person} />
          <Said person={person} />
          <Concluded person={person} />
          {stage === 'rating' && person.role !== 'excused' && !person.self ? (
            <SelfForm round={round} person={person} />
          ) : null}
          {stage === 'concluding' && person.role !== 'excused' ? (
            <ConcludeForm round={round} person={person} />
          ) : null}
          {stage === 'rating' ? <ExcuseForm round={round} person={person} /> : null}
          <p>
            <Button href={`/api/appraisal/${unitId}/${appraisalId}/${memberId}`}>下载登记表</Button>
          </p>
        </div>
      )}
    </Answered>
  )
}

function Self({ person: { self, definition } }: { person: Person }) {
  if (!self)
    return (
      <>
        <h3>自评</h3>
        <p>还没有自评。</p>
      </>
    )
  return (
    <>
      <h3>
        自评{self.grade ? `：${appraisalGrades[self.grade]}` : ''}（{self.on}）
      </h3>
      <ul>
        {definition.questions.map(({ id, title, options }) => {
          const answer = self.answers[id]
          if (typeof answer !== 'string') return null
          return (
            <li key={id}>
              {title}：{options.find((one) => one.id === answer)?.text ?? answer}
            </li>
          )
        })}
      </ul>
      <p className={styles.said}>{self.summary}</p>
    </>
  )
}

function Said({ person: { opinions, votes } }: { person: Person }) {
  return (
    <>
      <h3>互评意见（{opinions.length}）</h3>
      {opinions.length === 0 ? <p>还没有人评。</p> : null}
      <ul>
        {opinions.map(({ raterName, grade, comment }) => (
          <li key={raterName}>
            {comment}
            <small>
              {raterName}
              {grade ? `，${appraisalGrades[grade]}` : ''}
            </small>
          </li>
        ))}
      </ul>
      {votes ? (
        <>
          <h3>民主测评</h3>
          <p>
            {keysOf(appraisalGrades)
              .map((grade) => `${appraisalGrades[grade]} ${String(votes[grade])} 票`)
              .join('，')}
          </p>
        </>
      ) : null}
    </>
  )
}

function Concluded({
  person: { isConcluded, headings, grade, opinion, reply },
}: {
  person: Person
}) {
  if (!isConcluded) return null
  return (
    <>
      <h3>支部评价{grade ? `：${appraisalGrades[grade]}` : ''}</h3>
      {headings ? (
        <p>
          {keysOf(appraisalHeadings)
            .map((key) => `${appraisalHeadings[key]}：${headingMarks[headings[key]]}`)
            .join('；')}
        </p>
      ) : null}
      <p className={styles.said}>{opinion}</p>
      {reply ? <p>本人意见：{reply}</p> : null}
    </>
  )
}
