import { useAct } from '@zhixing/kit/use-answer.ts'
import { Folded, SayForm } from '../../ui/SayForm.tsx'

type Props = { activity: { unitId: string; activityId: string } }

/** Folded away: most people come. The reason goes to the organiser. */
export function LeaveForm({ activity: { unitId, activityId } }: Props) {
  const { mutate, isPending, error } = useAct('activities.leave')
  return (
    <Folded word="不能参加，要请假">
      <SayForm
        label="请假的原因（组织者能看到）"
        word="请假"
        most={200}
        isPrimary
        isPending={isPending}
        problem={error?.message}
        send={(reason) => mutate({ unitId, activityId, reason })}
      />
    </Folded>
  )
}
