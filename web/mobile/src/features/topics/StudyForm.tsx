import { useAct } from '@zhixing/kit/use-answer.ts'
import { Folded, SayForm } from '../../ui/SayForm.tsx'

const charactersMin = 10

/** Folded away until somebody has read it: the words are what the branch keeps. */
export function StudyForm({ topicId }: { topicId: string }) {
  const { mutate, isPending, error } = useAct('topics.study')
  return (
    <Folded word="我已自学，写体会">
      <SayForm
        label={`学习体会（至少 ${charactersMin} 个字，支部能看到）`}
        word="记为已学"
        rows={4}
        least={charactersMin}
        isPrimary
        isPending={isPending}
        problem={error?.message}
        send={(note) => mutate({ topicId, note })}
      />
    </Folded>
  )
}
