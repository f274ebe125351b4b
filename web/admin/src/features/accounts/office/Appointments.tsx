import { officeNames } from '@zhixing/contract/words.ts'
import { fullDay, moment } from '@zhixing/kit/format/day.ts'
import { useAct } from '@zhixing/kit/use-answer.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { AppointForm } from './AppointForm.tsx'
import { AskReason } from './AskReason.tsx'
import styles from './Office.module.css'
import type { Held, Shown } from './types.ts'

export function Appointments({ shown }: { shown: Shown }) {
  const { appointments, may, isMember } = shown
  const [isAppointing, setIsAppointing] = useState(false)
  return (
    <>
      <h3>职务</h3>
      {appointments.length === 0 ? (
        <p>{isMember ? '没有任职，只有党员本人的权限。' : '没有任职，登录后什么也不能办。'}</p>
      ) : (
        <ul className={styles.held}>
          {appointments.map((held) => (
            <Line key={held.id} held={held} />
          ))}
        </ul>
      )}
      {may.appoint.length > 0 && !isAppointing ? (
        <Button onClick={() => setIsAppointing(true)}>授予职务</Button>
      ) : null}
      {isAppointing ? <AppointForm shown={shown} close={() => setIsAppointing(false)} /> : null}
    </>
  )
}

function Line({ held }: { held: Held }) {
  const { office, organizationName, isInForce, revokedAt, mayRevoke, byName } = held
  return (
    <li className={isInForce ? undefined : styles.over}>
      <span>
        {organizationName} · {officeNames[office]}
        <small>
          {spanSaid(held)}，{byName}授予
          {revokedAt ? `，${moment(revokedAt)} 撤销` : ''}
        </small>
      </span>
      {mayRevoke ? <Revoke held={held} /> : null}
    </li>
  )
}

function spanSaid({ from, until }: Held): string {
  return until ? `${fullDay(from)}至${fullDay(until)}` : `${fullDay(from)}起`
}

function Revoke({ held: { id, office, organizationName } }: { held: Held }) {
  const { mutate, isPending, error } = useAct('accounts.revoke')
  const [isAsking, setIsAsking] = useState(false)
  const close = () => setIsAsking(false)
  return (
    <>
      <Button onClick={() => setIsAsking(true)}>撤销</Button>
      {isAsking ? (
        <AskReason
          question={`撤销${organizationName}${officeNames[office]}？`}
          verb="撤销"
          pending={isPending}
          problem={error?.message}
          confirm={(reason) => mutate({ appointmentId: id, reason }, { onSuccess: close })}
          cancel={close}
        >
          立即生效：这项职务能看的、能办的，马上停止。
        </AskReason>
      ) : null}
    </>
  )
}
