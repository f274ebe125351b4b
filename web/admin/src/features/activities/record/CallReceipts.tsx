import { useAct } from '@zhixing/kit/use-answer.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { DetailPanel } from '../../../ui/DetailPanel.tsx'
import { Receipts } from '../../../ui/notice/Receipts.tsx'
import { keyOf, type Activity } from '../state.ts'

type Call = NonNullable<Activity['call']>
type Props = { activity: Activity; call: Call; canRemind: boolean }

/** Who has read the call; the number in the record opens to the names. */
export function CallReceipts({ activity, call, canRemind }: Props) {
  const [open, setOpen] = useState(false)
  const again = useAct('activities.call')
  if (!call.noticeId) return null
  return (
    <>
      <Button type="link" size="small" onClick={() => setOpen(true)}>
        谁已读
      </Button>
      {canRemind ? (
        <Button
          type="link"
          size="small"
          loading={again.isPending}
          onClick={() => again.mutate(keyOf(activity))}
        >
          通知新加入的人
        </Button>
      ) : null}
      <DetailPanel title="通知回执" open={open} onClose={() => setOpen(false)}>
        <Receipts
          unitId={activity.unitId}
          noticeId={call.noticeId}
          canRemind={canRemind && call.read < call.people}
        />
      </DetailPanel>
    </>
  )
}
