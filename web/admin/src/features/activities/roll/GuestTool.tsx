import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { keyOf, type Activity } from '../state.ts'
import styles from './Tool.module.css'

/** Members of other branches who sit in the room; their hours count at home. */
export function GuestTool({ activity }: { activity: Activity }) {
  const [text, setText] = useState('')
  const key = keyOf(activity)
  const asked = text.trim()
  const answer = useAnswer(
    'activities.findGuests',
    { ...key, text: asked },
    { enabled: asked.length > 1 },
  )
  const { mutate, isPending, error } = useAct('activities.addGuest')
  const rows = asked.length > 1 ? (answer.data?.rows ?? []) : []
  return (
    <section className={styles.tool} aria-label="加列席党员">
      <Input
        aria-label="列席党员的姓名或手机号"
        placeholder="其他支部党员的姓名，或完整手机号"
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <p className={styles.faint}>记到会，不计入本支部应到；学时记回其所在支部。</p>
      <ul>
        {rows.map(({ memberId, name, organizationName }) => (
          <li key={memberId} className={styles.line}>
            <span>
              {name} · {organizationName}
            </span>
            <Button
              size="small"
              loading={isPending}
              onClick={() => mutate({ ...key, memberId }, { onSuccess: () => setText('') })}
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
