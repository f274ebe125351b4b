import type { Answers, HeadingMarks } from '@zhixing/contract'
import {
  appraisalGrades,
  appraisalHeadings,
  headingMarks,
} from '@zhixing/contract/appraisal-words.ts'
import type { AppraisalGrade } from '@zhixing/contract/appraisal-words.ts'
import { useAct } from '@zhixing/kit/use-answer.ts'
import { choicesOf, keysOf } from '@zhixing/kit/words.ts'
import { FormFiller } from '@zhixing/kit/ui/forms/FormFiller.tsx'
import { Button, Form, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { needed } from '../../ui/form/needed.ts'
import type { Person } from './PersonView.tsx'
import type { Round } from './RoundPage.tsx'

type Props = { round: Round; person: Person }
type Values = { headings: HeadingMarks; grade?: AppraisalGrade; opinion: string }

/** The four headings, the grade and the word of the branch; nothing of it stays on this computer before it is sent. */
export function ConcludeForm({ round, person }: Props) {
  const { unitId, appraisalId, version, excellent, excellentMost } = round
  const { memberId, role, headings, grade, opinion } = person
  // Where they see a gap themself, the branch looks twice.
  const markOf = (key: keyof typeof appraisalHeadings) =>
    person.self?.answers[key] === `${key}-2` ? ('lacking' as const) : ('good' as const)
  const usual = {
    politics: markOf('politics'),
    discipline: markOf('discipline'),
    virtue: markOf('virtue'),
    service: markOf('service'),
  }
  return (
    <>
      <h3>{person.isConcluded ? '修改支部评价' : '写支部评价'}</h3>
      <ActForm
        act="appraisal.conclude"
        draft=""
        initial={{ headings: headings ?? usual, ...(grade ? { grade } : {}), opinion }}
        input={(values: Values) => ({
          unitId,
          appraisalId,
          version,
          memberId,
          headings: values.headings,
          grade: role === 'graded' ? (values.grade ?? null) : null,
          opinion: values.opinion,
        })}
        submit="记入支部评价"
        done={() => undefined}
      >
        {keysOf(appraisalHeadings).map((key) => (
          <Form.Item key={key} name={['headings', key]} label={appraisalHeadings[key]}>
            <Radio.Group options={choicesOf(headingMarks)} />
          </Form.Item>
        ))}
        {role === 'graded' ? (
          <Form.Item
            name="grade"
            label={`等次（优秀已有 ${excellent} 人，最多 ${excellentMost} 人）`}
            rules={needed('选一个等次')}
          >
            <Select options={choicesOf(appraisalGrades)} />
          </Form.Item>
        ) : null}
        <Form.Item name="opinion" label="评价意见（本人看得到）" rules={needed('写明意见')}>
          <Input.TextArea autoSize={{ minRows: 3 }} maxLength={2000} />
        </Form.Item>
      </ActForm>
    </>
  )
}

/** What was handed in on paper, for who has no phone. */
export function SelfForm({ round: { unitId, appraisalId }, person }: Props) {
  const [isOpen, setIsOpen] = useState(false)
  const [grade, setGrade] = useState<AppraisalGrade>()
  const [summary, setSummary] = useState('')
  const { mutateAsync } = useAct('appraisal.writeSelf')
  const { memberId, definition, role } = person
  if (!isOpen) return <Button onClick={() => setIsOpen(true)}>代录书面自评</Button>
  const send = (answers: Answers) =>
    mutateAsync({ unitId, appraisalId, memberId, answers, grade: grade ?? null, summary })
  return (
    <FormFiller definition={definition} draft="" submit="代录自评" send={send}>
      {role === 'graded' ? (
        <div>
          <p>自评等次</p>
          <Select
            aria-label="自评等次"
            style={{ width: '100%' }}
            value={grade}
            options={choicesOf(appraisalGrades)}
            onChange={setGrade}
          />
        </div>
      ) : null}
      <div>
        <p>总的评价</p>
        <Input.TextArea
          aria-label="总的评价"
          autoSize={{ minRows: 3 }}
          maxLength={2000}
          value={summary}
          onChange={({ target }) => setSummary(target.value)}
        />
      </div>
    </FormFiller>
  )
}

/** Not this time, and why; or back in. */
export function ExcuseForm({ round: { unitId, appraisalId, version }, person }: Props) {
  const { mutate, isPending, error } = useAct('appraisal.excuse')
  const { memberId, role } = person
  const key = { unitId, appraisalId, version, memberId }
  if (role === 'excused')
    return (
      <p>
        <Button loading={isPending} onClick={() => mutate({ ...key, reason: null })}>
          恢复参加评议
        </Button>
        <span role="alert">{error?.message}</span>
      </p>
    )
  return (
    <>
      <h3>本次不参加</h3>
      <ActForm
        isSecond
        act="appraisal.excuse"
        draft=""
        initial={{}}
        input={({ reason }: { reason: string }) => ({ ...key, reason })}
        submit="不参加本次评议"
        done={() => undefined}
      >
        <Form.Item name="reason" label="原因" rules={needed('写明原因')}>
          <Input maxLength={200} placeholder="例：在流入地党组织参加评议" />
        </Form.Item>
      </ActForm>
    </>
  )
}
