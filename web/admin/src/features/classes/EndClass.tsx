import { useAct } from '@zhixing/kit/use-answer.ts'
import { useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { AskReason } from '../activities/record/AskReason.tsx'
import { keyOf, type ClassState } from './class.ts'

const cancellable = new Set(['submitted', 'approved', 'announced'])

/** What nobody was told of may be deleted; what was asked for or announced is cancelled, with a reason. */
export function EndClass({ state }: { state: ClassState }) {
  const { history } = useRouter()
  const [asking, setAsking] = useState(false)
  const cancel = useAct('classes.cancel')
  const remove = useAct('classes.remove')
  const isDraft = state.state === 'draft' || state.state === 'returned'
  if (!isDraft && !cancellable.has(state.state)) return null
  const verb = isDraft ? '删除申请' : '取消培训班'
  const confirm = (reason: string) => {
    const input = { ...keyOf(state), reason }
    if (isDraft) remove.mutate(input, { onSuccess: () => history.push('/classes') })
    else cancel.mutate(input, { onSuccess: () => setAsking(false) })
  }
  return (
    <>
      <Button onClick={() => setAsking(true)}>{verb}</Button>
      {asking ? (
        <AskReason
          question={`${verb}：${state.title}？`}
          verb={verb}
          label="原因"
          pending={cancel.isPending || remove.isPending}
          problem={cancel.error?.message ?? remove.error?.message}
          confirm={confirm}
          close={() => setAsking(false)}
        >
          {isDraft
            ? '申请从台账去掉，操作留痕里还查得到。'
            : '预订的师资和场所退回，已报名的人会收到通知。'}
        </AskReason>
      ) : null}
    </>
  )
}
