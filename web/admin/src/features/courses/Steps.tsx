import { moment } from '@zhixing/kit/format/day.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Section } from '../../ui/Page.tsx'
import details from '../../ui/Details.module.css'
import styles from '../topics/Topics.module.css'
import type { Course } from './CoursePanel.tsx'

/** A draft was never put forward: there is nothing to ask for. */
function useCases({ courseId, unitId, state }: Course) {
  const subject = `course:${courseId}`
  return useAnswer('procedures.show', { unitId, subject }, { enabled: state !== 'draft' })
}

/** How it came through: each decision with who, when and why, and what can be decided now. */
export function Steps({ course }: { course: Course }) {
  const { courseId } = course
  const { data } = useCases(course)
  const { mutate, isPending, error } = useAct('courses.decide')
  const [reason, setReason] = useState('')
  const [latest] = data?.cases ?? []
  if (!latest) return null
  const { current, log, name } = latest
  return (
    <Section title={name} aside={current ? `现在：${current.stepName}` : '已办结'}>
      <ul className={styles.list}>
        {log.map((one) => (
          <li key={`${one.step}:${one.at}`}>
            <span>
              {one.stepName}：{one.outcomeName} <small>{one.reason}</small>
            </span>
            <small>
              {one.byName}，{moment(one.at)}
            </small>
          </li>
        ))}
      </ul>
      {current?.refusal ? <p>{current.refusal}</p> : null}
      {current && current.refusal === null ? (
        <>
          <div className={styles.field}>
            意见（退回时必填）
            <Input
              aria-label="意见"
              maxLength={200}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          </div>
          <div className={styles.actions}>
            {current.outcomes.map(({ key, name: word, needsReason }, at) => (
              <Button
                key={key}
                type={at === 0 ? 'primary' : 'default'}
                loading={isPending}
                disabled={needsReason && reason.trim().length < 2}
                onClick={() =>
                  mutate(
                    { courseId, step: current.step, outcome: key, reason },
                    { onSuccess: () => setReason('') },
                  )
                }
              >
                {word}
              </Button>
            ))}
          </div>
        </>
      ) : null}
      <p role="alert" className={details.late}>
        {error?.message}
      </p>
    </Section>
  )
}
