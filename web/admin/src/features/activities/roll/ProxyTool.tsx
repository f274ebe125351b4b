import { useAct } from '@zhixing/kit/use-answer.ts'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { keyOf, type Activity, type Entry } from '../state.ts'
import styles from './Tool.module.css'

/** For whoever is there but cannot sign: who signed for whom, and why, stays in the record. */
export function ProxyTool({ activity, close }: { activity: Activity; close: () => void }) {
  const [memberId, setMemberId] = useState<string | null>(null)
  const [byMemberId, setByMemberId] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const { mutate, isPending, error } = useAct('activities.proxy')
  const { roll } = activity
  const send = () => {
    if (memberId && byMemberId)
      mutate({ ...keyOf(activity), memberId, byMemberId, reason }, { onSuccess: close })
  }
  return (
    <section className={styles.tool} aria-label="代签">
      <div className={styles.line}>
        <Person
          label="为谁签"
          value={memberId}
          choose={setMemberId}
          from={roll.filter(({ mark }) => mark !== 'present')}
        />
        <Person
          label="谁来签（已到会）"
          value={byMemberId}
          choose={setByMemberId}
          from={roll.filter(({ mark }) => mark === 'present')}
        />
        <Input
          style={{ width: '14rem' }}
          aria-label="代签的原因"
          placeholder="原因，例：手受伤，不能签字"
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
        <Button
          loading={isPending}
          disabled={!memberId || !byMemberId || reason.trim().length < 2}
          onClick={send}
        >
          记为代签
        </Button>
      </div>
      <p className={styles.problem} role="alert">
        {error?.message}
      </p>
    </section>
  )
}

type PersonProps = {
  label: string
  value: string | null
  choose: (memberId: string) => void
  from: Entry[]
}

function Person({ label, value, choose, from }: PersonProps) {
  return (
    <Select
      style={{ width: '11rem' }}
      aria-label={label}
      placeholder={label}
      showSearch={{ optionFilterProp: 'label' }}
      value={value}
      onChange={choose}
      options={from.map(({ memberId, name }) => ({ value: memberId, label: name }))}
    />
  )
}
