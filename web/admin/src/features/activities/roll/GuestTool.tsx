import { guestProofs } from '@zhixing/contract/words.ts'
import type { GuestProof } from '@zhixing/contract/words.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { keyOf, type Activity } from '../state.ts'
import styles from './Tool.module.css'

/** Members of other branches who sit in the room; their hours count at home. */
export function GuestTool({ activity }: { activity: Activity }) {
  const [text, setText] = useState('')
  const [known, setKnown] = useState<GuestProof>('inPerson')
  const [voucherId, setVoucherId] = useState<string>()
  const key = keyOf(activity)
  const asked = text.trim()
  const answer = useAnswer(
    'activities.findGuests',
    { ...key, text: asked },
    { enabled: asked.length > 1 },
  )
  const { mutate, isPending, error } = useAct('activities.addGuest')
  const proof = { known, ...(voucherId ? { voucherId } : {}) }
  const rows = asked.length > 1 ? (answer.data?.rows ?? []) : []
  return (
    <section className={styles.tool} aria-label="加列席党员">
      <Input
        aria-label="列席党员的姓名或手机号"
        placeholder="其他支部党员的姓名，或完整手机号"
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <Proof
        activity={activity}
        known={known}
        setKnown={setKnown}
        voucherId={voucherId}
        setVoucherId={setVoucherId}
      />
      <ul>
        {rows.map(({ memberId, name, organizationName }) => (
          <li key={memberId} className={styles.line}>
            <span>
              {name} · {organizationName}
            </span>
            <Button
              size="small"
              loading={isPending}
              onClick={() =>
                mutate({ ...key, ...proof, memberId }, { onSuccess: () => setText('') })
              }
            >
              加为列席
            </Button>
          </li>
        ))}
      </ul>
      {asked.length > 1 && answer.data && rows.length === 0 ? (
        <p className={styles.faint}>本县没有找到，或已在名单里。</p>
      ) : null}
      <p className={styles.problem} role="alert">
        {error?.message ?? answer.error?.message}
      </p>
    </section>
  )
}

type ProofProps = {
  activity: Activity
  known: GuestProof
  setKnown: (known: GuestProof) => void
  voucherId: string | undefined
  setVoucherId: (voucherId: string | undefined) => void
}

/** How a guest is known, and who vouches: in the room it is whoever calls the roll, unless somebody else does. */
function Proof({ activity, known, setKnown, voucherId, setVoucherId }: ProofProps) {
  const present = activity.roll.filter(
    ({ mark, standing }) => mark === 'present' && standing !== 'guest',
  )
  const isRemote = known === 'video'
  return (
    <>
      <div className={styles.line}>
        <Select
          style={{ width: '11rem' }}
          aria-label="怎样核实身份"
          value={known}
          onChange={setKnown}
          options={choicesOf(guestProofs)}
        />
        <Select
          style={{ width: '14rem' }}
          aria-label="证明人（已到会）"
          placeholder={isRemote ? '证明人（已到会）' : '证明人，不选就是您'}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          value={voucherId ?? null}
          onChange={(chosen: string | null | undefined) => setVoucherId(chosen ?? undefined)}
          options={present.map(({ memberId, name }) => ({ value: memberId, label: name }))}
        />
      </div>
      <p className={styles.faint}>
        记到会，不计入本支部应到；学时记回其所在支部。
        {isRemote && !voucherId ? '线上列席的要有证明人，没有写明就不能关闭记录。' : ''}
      </p>
    </>
  )
}
