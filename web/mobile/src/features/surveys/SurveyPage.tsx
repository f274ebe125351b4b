import type { Answers, EntryOf, Output } from '@zhixing/contract'
import { checkGrades } from '@zhixing/contract/survey-words.ts'
import { monthDay } from '@zhixing/kit/format/day.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { FormFiller } from '@zhixing/kit/ui/forms/FormFiller.tsx'
import { useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { SubPage } from '../../ui/SubPage.tsx'
import styles from './Surveys.module.css'

type Shown = Output<EntryOf<'surveys.asked'>>

export function SurveyPage() {
  const key = useParams({ from: '/surveys/$unitId/$surveyId' })
  const answer = useAnswer('surveys.asked', key)
  return (
    <SubPage title="答卷" back="/surveys">
      <Answered answer={answer}>
        {(survey) => <One key={survey.surveyId} survey={survey} />}
      </Answered>
    </SubPage>
  )
}

function One({ survey }: { survey: Shown }) {
  const { title, organizationName, isAnonymous, until, state, isAnswered } = survey
  const [isThanked, setThanked] = useState(false)
  const note = `${organizationName} · ${monthDay(until)}前答完 · 一人一份`
  return (
    <>
      <Sentence note={note}>{title}</Sentence>
      {isThanked ? <Thanks isAnonymous={isAnonymous} /> : null}
      {!isThanked && isAnswered && !isAnonymous ? <Done survey={survey} /> : null}
      {!isThanked && !isAnswered && state === 'ended' ? (
        <p className={styles.note}>问卷已经结束。</p>
      ) : null}
      {!isThanked && state === 'open' && (isAnonymous || !isAnswered) ? (
        <Filling survey={survey} thank={() => setThanked(true)} />
      ) : null}
    </>
  )
}

function Filling({ survey, thank }: { survey: Shown; thank: () => void }) {
  const { unitId, surveyId, definition, isAnonymous, isAnswered, group } = survey
  const { data: me } = useAnswer('accounts.me', {})
  const client = useQueryClient()
  const { mutateAsync } = useAct('surveys.answer')
  const key = { unitId, surveyId }
  const personId = me?.accountId
  if (!personId) return null
  const send = async (answers: Answers) => {
    if (isAnonymous) {
      const { castBallot } = await import('@zhixing/kit/surveys/cast.ts')
      await castBallot(key, { personId, group }, answers)
      await client.invalidateQueries()
    } else await mutateAsync({ ...key, answers })
    thank()
  }
  return (
    <>
      <p className={styles.note}>
        {isAnonymous
          ? '匿名：交卷时不带您的姓名、时间和账号，谁也查不到哪份是您的。'
          : '实名：组织看得到您的答卷。'}
        {isAnonymous && isAnswered
          ? '您领过票：如果已经交了，不用再交；没有交成，可以在这部手机上再交。'
          : ''}
      </p>
      <FormFiller
        definition={definition}
        draft={`${personId}:${surveyId}`}
        submit="交卷"
        send={send}
      />
    </>
  )
}

function Thanks({ isAnonymous }: { isAnonymous: boolean }) {
  return (
    <p className={styles.thanks} role="status">
      已收到，谢谢您。
      {isAnonymous ? '您的答卷已和别人的混在一起，没有人能再找出来。' : ''}
    </p>
  )
}

function Done({ survey: { assessment } }: { survey: Shown }) {
  return (
    <p className={styles.note} role="status">
      您已经交过这份问卷。
      {assessment ? `支部评价：${checkGrades[assessment.grade]}。${assessment.comment}` : ''}
    </p>
  )
}
