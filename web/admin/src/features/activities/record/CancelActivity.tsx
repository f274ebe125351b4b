import { useAct } from '@zhixing/kit/use-answer.ts'
import { keyOf, type Activity } from '../state.ts'
import { AskReason } from './AskReason.tsx'

export function CancelActivity({ activity, close }: { activity: Activity; close: () => void }) {
  const { mutate, isPending, error } = useAct('activities.cancel')
  const told = activity.call ? `，并告知已通知的 ${activity.call.people} 人` : ''
  return (
    <AskReason
      question={`取消${activity.title}？`}
      verb="取消活动"
      label="取消的原因"
      pending={isPending}
      problem={error?.message}
      confirm={(reason) => mutate({ ...keyOf(activity), reason }, { onSuccess: close })}
      close={close}
    >
      活动和原因留在记录里{told}。
    </AskReason>
  )
}
