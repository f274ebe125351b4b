import type { EntryOf, Output } from '@zhixing/contract'
import { applicantStages, reviewVerdicts } from '@zhixing/contract/development-words.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { keysOf } from '@zhixing/kit/words.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { App, Button, Input, Radio } from 'antd'
import { useState } from 'react'
import details from '../../ui/Details.module.css'
import styles from './Development.module.css'

type Candidate = Output<EntryOf<'development.pond'>>['rows'][number]
type Verdict = { verdict: keyof typeof reviewVerdicts; text: string }
type Props = { of: { organizationId: string }; close: () => void }

/** Everybody whom a branch keeps in reserve, one after the other. */
export function PondForm({ of: { organizationId }, close }: Props) {
  const answer = useAnswer('development.pond', { organizationId })
  return (
    <Answered answer={answer}>
      {({ rows }) => <Verdicts organizationId={organizationId} people={rows} close={close} />}
    </Answered>
  )
}

type VerdictsProps = { organizationId: string; people: Candidate[]; close: () => void }
const staying: Verdict = { verdict: 'keep', text: '' }

function Verdicts({ organizationId, people, close }: VerdictsProps) {
  const [formId] = useState(newId)
  const [given, setGiven] = useState<Readonly<Record<string, Verdict>>>({})
  const { message } = App.useApp()
  const { mutate, isPending, error } = useAct('development.review')
  const verdictOf = (id: string) => given[id] ?? staying
  const review = () =>
    mutate(
      {
        organizationId,
        formId,
        rows: people.map(({ applicantId }) => ({ applicantId, ...verdictOf(applicantId) })),
      },
      {
        onSuccess: ({ kept, left }) => {
          void message.success(`继续培养 ${kept} 名，退出 ${left} 名`)
          close()
        },
      },
    )
  return (
    <>
      {people.map((one) => (
        <OneVerdict
          key={one.applicantId}
          of={one}
          given={verdictOf(one.applicantId)}
          give={(verdict) => setGiven({ ...given, [one.applicantId]: verdict })}
        />
      ))}
      <p className={details.problem} role="alert">
        {error?.message}
      </p>
      <div className={details.acts}>
        <Button type="primary" loading={isPending} onClick={review}>
          登记梳理结果
        </Button>
        <Button onClick={close}>取消</Button>
      </div>
    </>
  )
}

type OneProps = { of: Candidate; given: Verdict; give: (verdict: Verdict) => void }

function OneVerdict({ of, given, give }: OneProps) {
  const { name, stage, points, inspections, thoughts } = of
  const { verdict, text } = given
  return (
    <div className={styles.field}>
      <b>
        {name}，{applicantStages[stage]}
      </b>
      <span>
        积分 {points}，考察 {inspections} 次，思想汇报 {thoughts} 份
      </span>
      <Radio.Group
        aria-label={`${name}的去留`}
        value={verdict}
        options={keysOf(reviewVerdicts).map((value) => ({ value, label: reviewVerdicts[value] }))}
        onChange={({ target }) =>
          give({ text, verdict: target.value === 'exit' ? 'exit' : 'keep' })
        }
      />
      <Input
        aria-label={`${name}的意见`}
        placeholder={verdict === 'exit' ? '写明退出原因' : '意见（可以不写）'}
        maxLength={200}
        value={text}
        onChange={({ target }) => give({ verdict, text: target.value.trimStart() })}
      />
    </div>
  )
}
