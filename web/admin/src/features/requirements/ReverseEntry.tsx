import { hours } from '@zhixing/kit/format/hours.ts'
import type { LedgerEntry } from '@zhixing/kit/standing.ts'
import { useAct } from '@zhixing/kit/use-answer.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { AskReason } from '../activities/record/AskReason.tsx'

/** A mistake is never edited: a second entry takes it back and says why. */
export function ReverseEntry({ unitId, entry }: { unitId: string; entry: LedgerEntry }) {
  const [asking, setAsking] = useState(false)
  const { mutate, isPending, error } = useAct('ledgers.reverse')
  const close = () => setAsking(false)
  return (
    <>
      <Button type="link" size="small" onClick={() => setAsking(true)}>
        冲销
      </Button>
      {asking ? (
        <AskReason
          question={`冲销“${entry.title}”的 ${hours(entry.minutes)} 学时？`}
          verb="冲销"
          label="为什么"
          pending={isPending}
          problem={error?.message}
          confirm={(reason) => mutate({ unitId, entryId: entry.id, reason }, { onSuccess: close })}
          close={close}
        >
          两笔记录都会保留；书记委员学时台账里的同一笔一并冲销。
        </AskReason>
      ) : null}
    </>
  )
}
