import { useAct } from '@zhixing/kit/use-answer.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { useMay } from '../../../app/me.ts'
import { AskReason } from './AskReason.tsx'
import type { Row } from './types.ts'

/** Accounts that nobody has used for long are closed together; a closed one can be opened again. */
export function Sweep({ rows }: { rows: Row[] }) {
  const may = useMay()
  const [isAsking, setIsAsking] = useState(false)
  const { mutate, isPending, error } = useAct('accounts.disable')
  if (!may('accounts.manage')) return null
  const accountIds = rows.map(({ id }) => id)
  const close = () => setIsAsking(false)
  return (
    <>
      <Button onClick={() => setIsAsking(true)}>停用本页 {rows.length} 个久未登录的账号</Button>
      {isAsking ? (
        <AskReason
          question={`停用本页 ${rows.length} 个账号？`}
          verb="停用"
          pending={isPending}
          problem={error?.message}
          confirm={(reason) => mutate({ accountIds, reason }, { onSuccess: close })}
          cancel={close}
        >
          停用后不能登录，资料和记录都保留，随时可以恢复。
        </AskReason>
      ) : null}
    </>
  )
}
