import { useAct } from '@zhixing/kit/use-answer.ts'
import { App, Button, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { FileUpload } from '../../ui/file/FileUpload.tsx'
import type { Shown } from './TransferPage.tsx'
import details from '../../ui/Details.module.css'
import styles from './Transfers.module.css'

type Papers = Readonly<Record<string, { readonly fileId: string; readonly name: string }>>
type Filled = { reason: string; validDays: number; duesPaidTo: string; papers: Papers }

/** The step whose turn it is, for whoever decides it; for everybody else, who that is. */
export function NextStep({ shown }: { shown: Shown }) {
  const { next } = shown
  if (!next) return null
  return (
    <section className={styles.next} aria-label="下一步">
      <h2>{next.stepName}</h2>
      <p>由{next.deciders}办理。</p>
      {next.refusal === null ? <Decide shown={shown} next={next} /> : <p>{next.refusal}</p>}
    </section>
  )
}

type Props = { shown: Shown; next: NonNullable<Shown['next']> }

function Decide({ shown, next }: Props) {
  const { message } = App.useApp()
  const { mutate, isPending, error } = useAct('transfers.decide')
  const { validDays, duesPaidTo } = shown.proposed
  const [filled, setFilled] = useState<Filled>({ reason: '', validDays, duesPaidTo, papers: {} })
  const set = (more: Partial<Filled>) => setFilled({ ...filled, ...more })
  const reason = filled.reason.trim()
  const decide = (outcome: string, name: string) =>
    mutate(inputOf(shown, next, { outcome, filled }), {
      onSuccess: () => void message.success(`${next.stepName}：${name}`),
    })
  return (
    <>
      {next.step === 'issue' ? (
        <LetterFields filled={filled} max={shown.proposed.validDaysMax} set={set} />
      ) : null}
      {next.papers.map(({ key, name }) => (
        <div key={key} className={styles.field}>
          <span>{filled.papers[key] ? `已选 ${filled.papers[key].name}` : name}</span>
          <FileUpload
            purpose="document"
            accept=".pdf,.jpg,.png"
            label={filled.papers[key] ? '换一份' : `上传${name}`}
            done={({ fileId, name: file }) =>
              set({ papers: { ...filled.papers, [key]: { fileId, name: file } } })
            }
          />
        </div>
      ))}
      <div className={styles.field}>
        <span>意见（退回须写明原因；无正当理由不得拒绝接收）</span>
        <Input
          aria-label="意见"
          maxLength={200}
          value={filled.reason}
          onChange={({ target }) => set({ reason: target.value })}
        />
      </div>
      <p className={details.problem} role="alert">
        {error?.message}
      </p>
      <div className={details.acts}>
        {next.outcomes.map(({ key, name, needsReason }) => (
          <Button
            key={key}
            type={needsReason ? 'default' : 'primary'}
            loading={isPending}
            disabled={needsReason && reason.length < 2}
            onClick={() => decide(key, name)}
          >
            {name}
          </Button>
        ))}
      </div>
    </>
  )
}

type Decided = { outcome: string; filled: Filled }

function inputOf(
  { unitId, transferId }: Shown,
  { step }: Props['next'],
  { outcome, filled }: Decided,
) {
  const { reason, validDays, duesPaidTo, papers } = filled
  const isIssue = outcome === 'issue'
  return {
    unitId,
    transferId,
    step,
    outcome,
    reason: reason.trim(),
    validDays: isIssue ? validDays : null,
    duesPaidTo: isIssue ? duesPaidTo : null,
    papers: Object.entries(papers).map(([key, { fileId }]) => ({ key, fileId })),
  }
}

type FieldProps = { filled: Filled; max: number; set: (more: Partial<Filled>) => void }

function LetterFields({ filled, max, set }: FieldProps) {
  return (
    <>
      <div className={styles.field}>
        <span>介绍信有效天数（最长 {max} 天）</span>
        <InputNumber
          aria-label="介绍信有效天数"
          min={1}
          max={max}
          value={filled.validDays}
          onChange={(days) => set({ validDays: days ?? 1 })}
        />
      </div>
      <div className={styles.field}>
        <span>党费交至</span>
        <Input
          aria-label="党费交至"
          type="month"
          value={filled.duesPaidTo}
          onChange={({ target }) => set({ duesPaidTo: target.value })}
        />
      </div>
    </>
  )
}
