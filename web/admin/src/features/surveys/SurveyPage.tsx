import type { EntryOf, Output } from '@zhixing/contract'
import { surveyKinds, surveyStates } from '@zhixing/contract/survey-words.ts'
import { fullDay } from '@zhixing/kit/format/day.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { FormFiller } from '@zhixing/kit/ui/forms/FormFiller.tsx'
import { useNavigate, useParams } from '@tanstack/react-router'
import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { Page, Section } from '../../ui/Page.tsx'
import { PlainTable } from '../../ui/list/PlainTable.tsx'
import { People } from './People.tsx'
import { inOrder } from './groups.ts'
import { Results } from './Results.tsx'
import details from '../../ui/Details.module.css'
import styles from './Surveys.module.css'

type Shown = Output<EntryOf<'surveys.show'>>

export function SurveyPage() {
  const key = useParams({ from: '/shell/surveys/$unitId/$surveyId' })
  const answer = useAnswer('surveys.show', key)
  return (
    <Page>
      <Answered answer={answer}>
        {(survey) => (
          <>
            <Headline survey={survey} />
            {survey.mayManage ? <Acts survey={survey} /> : null}
            {survey.state === 'draft' ? (
              <FormFiller
                definition={survey.plan.definition}
                draft=""
                submit="试交一下"
                send={() => Promise.resolve()}
              />
            ) : (
              <>
                <Progress survey={survey} />
                <Results survey={survey} />
                {survey.isAnonymous ? null : <People survey={survey} />}
              </>
            )}
          </>
        )}
      </Answered>
    </Page>
  )
}

function Headline({ survey }: { survey: Shown }) {
  const { title, organizationName, kind, isAnonymous, state, from, until, asked, answered } = survey
  return (
    <Sentence
      note={`${organizationName} · ${surveyKinds[kind]} · ${isAnonymous ? '匿名' : '实名'} · ${fullDay(from)}至${fullDay(until)} · ${surveyStates[state]}`}
    >
      {title}：
      {state === 'draft' ? (
        '还没有发出。'
      ) : (
        <>
          请了 <Count of={asked} /> 人，{isAnonymous ? '已领答卷' : '已答'} <Count of={answered} />{' '}
          人。
        </>
      )}
    </Sentence>
  )
}

function Acts({ survey: { unitId, surveyId, version, state, isAnonymous } }: { survey: Shown }) {
  const key = { unitId, surveyId }
  const navigate = useNavigate()
  const [said, setSaid] = useState('')
  const send = useAct('surveys.open')
  const remind = useAct('surveys.remind')
  const end = useAct('surveys.end')
  const error = send.error ?? remind.error ?? end.error
  return (
    <div className={styles.bar}>
      {state === 'draft' ? (
        <>
          <Button onClick={() => void navigate({ to: '/surveys/design', search: key })}>
            修改
          </Button>
          <Button
            type="primary"
            loading={send.isPending}
            onClick={() => send.mutate({ ...key, version })}
          >
            发出
          </Button>
        </>
      ) : null}
      {state === 'open' ? (
        <>
          <Button
            loading={remind.isPending}
            onClick={() =>
              remind.mutate(key, {
                onSuccess: ({ reminded }) =>
                  setSaid(
                    reminded > 0
                      ? `已提醒 ${String(reminded)} 人。`
                      : '今天都提醒过了，或者都已答。',
                  ),
              })
            }
          >
            提醒没答的
          </Button>
          <Popconfirm
            title={isAnonymous ? '结束后不能再交，也不能再开。' : '结束后不能再交。'}
            okText="结束"
            cancelText="再等等"
            onConfirm={() => end.mutate(key)}
          >
            <Button loading={end.isPending}>结束答卷</Button>
          </Popconfirm>
        </>
      ) : null}
      <span role="status">{said}</span>
      <span className={details.late} role="alert">
        {error?.message}
      </span>
    </div>
  )
}

function Progress({ survey: { groups, isAnonymous } }: { survey: Shown }) {
  return (
    <Section title="各组进度">
      <PlainTable
        columns={['分组', '应答', isAnonymous ? '已领答卷' : '已答']}
        rows={inOrder(groups).map(({ name, asked, answered }) => [
          name,
          asked.toLocaleString('zh-CN'),
          answered.toLocaleString('zh-CN'),
        ])}
      />
    </Section>
  )
}
