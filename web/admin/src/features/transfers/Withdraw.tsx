import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { needed } from '../../ui/form/needed.ts'
import type { Shown } from './TransferPage.tsx'

/** Taken back by the end it began at, as long as nobody has received it. */
export function Withdraw({ shown: { unitId, transferId } }: { shown: Shown }) {
  const [isAsked, setIsAsked] = useState(false)
  if (!isAsked) return <Button onClick={() => setIsAsked(true)}>撤回转接</Button>
  return (
    <ActForm
      act="transfers.withdraw"
      draft=""
      isSecond
      initial={{}}
      input={({ reason }: { reason: string }) => ({ unitId, transferId, reason })}
      submit="撤回"
      done={() => setIsAsked(false)}
      cancel={() => setIsAsked(false)}
    >
      <Form.Item name="reason" label="撤回的原因" rules={needed('写明原因')}>
        <Input maxLength={200} />
      </Form.Item>
    </ActForm>
  )
}
