import { useAct } from '@zhixing/kit/use-answer.ts'
import { App, Input } from 'antd'
import { useState } from 'react'
import { ConfirmByName } from '../../ui/ConfirmByName.tsx'
import type { FormProps } from './types.ts'

/** What cannot be undone waits for the name to be typed. */
export function Dissolving({ shown, close }: FormProps) {
  const { organization, holders, term } = shown
  const [reason, setReason] = useState('')
  const { message } = App.useApp()
  const { mutate, isPending } = useAct('restructuring.dissolve')
  const dissolve = () =>
    mutate(
      { organizationId: organization.id, version: organization.version, reason },
      {
        onSuccess: close,
        onError: (error) => void message.error(error.message),
      },
    )
  return (
    <ConfirmByName
      question={`撤销${organization.name}？`}
      name={organization.name}
      verb="撤销"
      pending={isPending}
      confirm={dissolve}
      cancel={close}
    >
      <p>
        撤销后只能查看，{holders.length} 项任职{term ? '和本届任期' : ''}
        同时结束；以前的活动、学时和沿革都保留。
      </p>
      <Input
        aria-label="撤销的理由"
        placeholder="撤销的理由或批复文号（必填）"
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
    </ConfirmByName>
  )
}
