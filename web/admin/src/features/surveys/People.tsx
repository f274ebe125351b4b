import type { EntryOf, Output } from '@zhixing/contract'
import { checkGrades } from '@zhixing/contract/survey-words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { choicesOf } from '@zhixing/kit/words.ts'
import { Form, Input, Pagination, Radio } from 'antd'
import { useState } from 'react'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { Section } from '../../ui/Page.tsx'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { usePage } from '../../ui/list/use-page.ts'
import styles from './Surveys.module.css'

type Survey = Output<EntryOf<'surveys.show'>>
type Someone = Output<EntryOf<'surveys.people'>>['rows'][number]
const size = 50

/** Who answered what under their name, and what the branch says to it. */
export function People({ survey }: { survey: Survey }) {
  const { unitId, surveyId } = survey
  const [page, turn] = usePage('people')
  const [open, setOpen] = useState('')
  const answer = useAnswer('surveys.people', { unitId, surveyId, page, size })
  return (
    <Section title="答卷人">
      <Answered answer={answer}>
        {({ rows, total }) => {
          const someone = rows.find(({ memberId }) => memberId === open)
          return (
            <>
              <ul className={styles.people}>
                {rows.map(({ memberId, name, organizationName, answers, assessment }) => (
                  <li key={memberId}>
                    {answers === null ? (
                      <span>{name}</span>
                    ) : (
                      <button type="button" onClick={() => setOpen(memberId)}>
                        {name}
                      </button>
                    )}
                    <span>{organizationName}</span>
                    <span>
                      {answers === null ? '还没有答' : '已答'}
                      {assessment ? `，支部评价：${checkGrades[assessment.grade]}` : ''}
                    </span>
                  </li>
                ))}
              </ul>
              <Pagination
                current={page}
                pageSize={size}
                total={total}
                hideOnSinglePage
                showSizeChanger={false}
                onChange={turn}
              />
              <DetailPanel
                title={someone?.name ?? ''}
                open={someone !== undefined}
                onClose={() => setOpen('')}
              >
                {someone ? <One survey={survey} someone={someone} /> : null}
              </DetailPanel>
            </>
          )
        }}
      </Answered>
    </Section>
  )
}

type Values = { grade: keyof typeof checkGrades; comment: string }

function One({ survey, someone }: { survey: Survey; someone: Someone }) {
  const { unitId, surveyId, plan, mayManage } = survey
  const { memberUnitId, memberId, answers, assessment } = someone
  return (
    <>
      <dl>
        {plan.definition.questions.map((question) => {
          const value = answers?.[question.id]
          if (value === undefined) return null
          return (
            <div key={question.id} className={styles.field}>
              <dt>{question.title}</dt>
              <dd>{inWords(question, value)}</dd>
            </div>
          )
        })}
      </dl>
      {mayManage ? (
        <ActForm
          act="surveys.assess"
          draft={`assess:${surveyId}:${memberId}`}
          initial={assessment ?? { grade: 'good' as const, comment: '' }}
          input={(values: Values) => ({ unitId, surveyId, memberUnitId, memberId, ...values })}
          submit="支部评价"
          done={() => undefined}
        >
          <Form.Item name="grade" label="评价">
            <Radio.Group options={choicesOf(checkGrades)} />
          </Form.Item>
          <Form.Item name="comment" label="意见">
            <Input.TextArea maxLength={200} />
          </Form.Item>
        </ActForm>
      ) : null}
    </>
  )
}

type Question = Survey['plan']['definition']['questions'][number]
type Value = NonNullable<Someone['answers']>[string]

function inWords({ options, rows }: Question, value: Value): string {
  const nameOf = (id: string) => options.find((one) => one.id === id)?.text ?? id
  if (Array.isArray(value)) return value.map(nameOf).join('、')
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([row, one]) => `${rows.find(({ id }) => id === row)?.text ?? row}：${nameOf(one)}`)
      .join('；')
  return typeof value === 'string' ? nameOf(value) : String(value)
}
