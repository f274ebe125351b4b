import { statementWays } from '@zhixing/contract/conduct-words.ts'
import { addDays } from '@zhixing/kit/format/day.ts'
import { useAct } from '@zhixing/kit/use-answer.ts'
import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import details from '../../ui/Details.module.css'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { AnswerForm, AppealForm } from './AppealForms.tsx'
import type { File } from './CaseView.tsx'
import { CaseFields } from './ClockForms.tsx'

type Props = { file: File; day: string }

/** What can be done with a case where it stands, by whoever may. */
export function CaseNext({ file, day }: Props) {
  if (file.state === 'draft') return file.mayHandle ? <DraftNext file={file} day={day} /> : null
  if (file.state === 'open')
    return (
      <>
        <StepForm file={file} day={day} />
        {file.mayHandle && file.kind !== 'correct' && !file.statement ? (
          <HearForm file={file} day={day} />
        ) : null}
        {file.mayHandle ? <NoteForm file={file} day={day} /> : null}
      </>
    )
  if (file.state !== 'done') return null
  return (
    <>
      {file.mayHandle && !file.appeal && file.appealUntil ? (
        <AppealForm file={file} day={day} />
      ) : null}
      {file.mayApprove && file.appeal?.state === 'asked' ? <AnswerForm file={file} /> : null}
    </>
  )
}

function DraftNext({ file: { unitId, caseId, version, kind, ground, facts } }: Props) {
  const key = { unitId, caseId, version }
  const start = useAct('conduct.start')
  const drop = useAct('conduct.drop')
  const [reason, setReason] = useState('')
  return (
    <>
      <h3>核实后修改</h3>
      <ActForm
        act="conduct.revise"
        draft=""
        isSecond
        initial={{ kind, ground, facts }}
        input={(values: { kind: typeof kind; ground: typeof ground; facts: string }) => ({
          ...values,
          ...key,
        })}
        submit="保存修改"
        done={() => undefined}
      >
        <CaseFields />
      </ActForm>
      <p className={details.problem} role="alert">
        {start.error?.message ?? drop.error?.message}
      </p>
      <div className={details.acts}>
        <Button type="primary" loading={start.isPending} onClick={() => start.mutate(key)}>
          提交办理
        </Button>
      </div>
      <h3>有正当理由，不办理</h3>
      <Input
        aria-label="不办理的原因"
        placeholder="原因"
        maxLength={200}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <div className={details.acts}>
        <Button
          loading={drop.isPending}
          disabled={reason.trim().length < 2}
          onClick={() => drop.mutate({ ...key, reason: reason.trim() })}
        >
          了结草稿
        </Button>
      </div>
    </>
  )
}

type StepValues = {
  outcome: string
  on: string
  reason?: string
  motion?: string
  until?: string
  helperName?: string
  measures?: string
}

function StepForm({ file, day }: Props) {
  const { unitId, caseId, version, step, stepName, outcomes, refusal, motions, kind } = file
  if (refusal !== null)
    return (
      <p>
        现在等办理“{stepName}”。{refusal}
      </p>
    )
  const isDeciding = kind === 'correct' && step === 'decide'
  return (
    <>
      <h3>办理：{stepName}</h3>
      <ActForm
        act="conduct.decide"
        draft=""
        initial={{ outcome: outcomes[0]?.key ?? '', on: day, until: addDays(day, 180) }}
        input={({ motion, until, helperName, measures, reason = '', ...values }: StepValues) => ({
          ...values,
          reason,
          unitId,
          caseId,
          version,
          step,
          ...motionOf(motion),
          ...(isDeciding && values.outcome === 'pass' && until && helperName && measures
            ? { correction: { until, helperName, measures } }
            : {}),
        })}
        submit="办理"
        done={() => undefined}
      >
        <Form.Item name="outcome" label="结果">
          <Select options={outcomes.map(({ key, name }) => ({ value: key, label: name }))} />
        </Form.Item>
        <Form.Item name="on" label="哪天决定">
          <Input type="date" max={day} />
        </Form.Item>
        {step === 'resolve' ? (
          <Form.Item
            name="motion"
            label="支部党员大会的表决"
            extra={motions.length === 0 ? '大会表决后先把会议记录归档，再来这里选' : ''}
          >
            <Select
              placeholder="选一次表决"
              options={motions.map(({ activityId, motionId, day: on, text, isPassed }) => ({
                value: `${activityId}:${motionId}`,
                label: `${on} ${isPassed ? '通过' : '未通过'}：${text}`,
              }))}
            />
          </Form.Item>
        ) : null}
        {isDeciding ? <CorrectionFields day={day} /> : null}
        <Form.Item name="reason" label="说明（不同意、退回时必填）">
          <Input maxLength={200} />
        </Form.Item>
      </ActForm>
    </>
  )
}

function motionOf(motion: string | undefined) {
  const [activityId, motionId] = motion?.split(':') ?? []
  return activityId && motionId ? { motion: { activityId, motionId } } : {}
}

function CorrectionFields({ day }: { day: string }) {
  return (
    <>
      <Form.Item name="until" label="改正期限（最长一年）">
        <Input type="date" min={day} />
      </Form.Item>
      <Form.Item name="helperName" label="谁来帮教">
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="measures" label="怎样帮教">
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={200} />
      </Form.Item>
    </>
  )
}

type HearValues = { way: 'recorded' | 'declined' | 'unreachable'; on: string; text: string }
const ways = ['recorded', 'declined', 'unreachable'] as const

function HearForm({ file: { unitId, caseId, version }, day }: Props) {
  return (
    <>
      <h3>听取本人陈述</h3>
      <ActForm
        act="conduct.hear"
        draft=""
        isSecond
        initial={{ way: 'recorded', on: day }}
        input={(values: HearValues) => ({ ...values, unitId, caseId, version })}
        submit="记录陈述"
        done={() => undefined}
      >
        <Form.Item name="way" label="怎样听取">
          <Select options={ways.map((value) => ({ value, label: statementWays[value] }))} />
        </Form.Item>
        <Form.Item name="on" label="哪天">
          <Input type="date" max={day} />
        </Form.Item>
        <Form.Item name="text" label="内容" rules={[{ required: true, message: '写明内容' }]}>
          <Input.TextArea autoSize={{ minRows: 3 }} maxLength={5000} />
        </Form.Item>
      </ActForm>
    </>
  )
}

function NoteForm({ file: { unitId, caseId, version }, day }: Props) {
  return (
    <>
      <h3>记一次帮教或者核查</h3>
      <ActForm
        act="conduct.note"
        draft=""
        isSecond
        initial={{ on: day }}
        input={(values: { on: string; text: string }) => ({ ...values, unitId, caseId, version })}
        submit="记入"
        done={() => undefined}
      >
        <Form.Item name="on" label="日期">
          <Input type="date" max={day} />
        </Form.Item>
        <Form.Item name="text" label="情况" rules={[{ required: true, message: '写明情况' }]}>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={5000} />
        </Form.Item>
      </ActForm>
    </>
  )
}
