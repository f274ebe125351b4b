import type { EntryOf, Output } from '@zhixing/contract'
import { useAct } from '@zhixing/kit/use-answer.ts'
import rows from '../../ui/Rows.module.css'
import { Saying } from './Saying.tsx'

type Task = NonNullable<Output<EntryOf<'development.mine'>>['own']>['plan'][number]
type Props = {
  /** Whose file it is, where the one who reads it may finish tasks of theirs. */
  of: { unitId: string; applicantId: string }
  tasks: Task[]
  owner: Task['owner']
}

const resultLeast = 4

/** What somebody has taken on in a cultivation plan, and the place to say that it was done. */
export function PlanTasks({ of, tasks, owner }: Props) {
  return tasks.map((task) => <OneTask key={task.taskId} of={of} task={task} owner={owner} />)
}

function OneTask({ of, task, owner }: Pick<Props, 'of' | 'owner'> & { task: Task }) {
  const { mutate, isPending, error } = useAct('development.finish')
  const { taskId, title, dueOn, doneOn, isLate, result } = task
  const when = doneOn ? `${doneOn} 办结：${result}` : `${dueOn} 前${isLate ? '，已逾期' : ''}`
  return (
    <div className={rows.row}>
      {title}
      <small> {when}</small>
      {doneOn === null && task.owner === owner ? (
        <Saying
          open="办结"
          question="做了什么（至少 4 个字）"
          least={resultLeast}
          isPending={isPending}
          problem={error?.message}
          say={(said) => mutate({ ...of, taskId, result: said })}
        />
      ) : null}
    </div>
  )
}
