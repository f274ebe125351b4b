import { listedKinds } from '@zhixing/contract/words.ts'
import { useAct } from '@zhixing/kit/use-answer.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { ChangePlan } from '../plan/ChangePlan.tsx'
import { keyOf, type Activity } from '../state.ts'
import { CancelActivity } from './CancelActivity.tsx'
import { CallReceipts } from './CallReceipts.tsx'

type Props = { stage: Activity['stage']; activity: Activity; done: boolean }

/** What can still be done about a step beside the one that is open. */
export function StepAside({ stage, activity, done }: Props) {
  const isOpen = activity.stage !== 'closed' && activity.can.organize
  const isPlannedHere = !listedKinds.some((kind) => kind === activity.kind.key)
  if (stage === 'plan' && isOpen && isPlannedHere) return <PlanAside activity={activity} />
  if (stage === 'call' && done && activity.call)
    return <CallReceipts activity={activity} call={activity.call} canRemind={isOpen} />
  if (stage === 'roll' && done && isOpen) return <ResumeRoll activity={activity} />
  return null
}

function PlanAside({ activity }: { activity: Activity }) {
  const [open, setOpen] = useState<'change' | 'cancel'>()
  return (
    <>
      <Button type="link" size="small" onClick={() => setOpen('change')}>
        修改
      </Button>
      <Button type="link" size="small" onClick={() => setOpen('cancel')}>
        取消活动
      </Button>
      {open === 'change' ? (
        <ChangePlan activity={activity} close={() => setOpen(undefined)} />
      ) : null}
      {open === 'cancel' ? (
        <CancelActivity activity={activity} close={() => setOpen(undefined)} />
      ) : null}
    </>
  )
}

function ResumeRoll({ activity }: { activity: Activity }) {
  const { mutate, isPending } = useAct('activities.resumeRoll')
  return (
    <Button type="link" size="small" loading={isPending} onClick={() => mutate(keyOf(activity))}>
      修改点名
    </Button>
  )
}
