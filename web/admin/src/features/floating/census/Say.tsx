import type { censusAnswers } from '@zhixing/contract/floating-words.ts'
import { useAct } from '@zhixing/kit/use-answer.ts'
import { Button } from 'antd'

type Props = {
  census: { unitId: string; censusId: string }
  row: { unitId: string; memberId: string; name: string; isFloating: boolean }
}

/** One press where the roll is right; where it is not, the refusal says what to mend first. */
export function Say({ census, row: { unitId: memberUnitId, memberId, name, isFloating } }: Props) {
  const { mutate, isPending } = useAct('floatingWork.answerCensus')
  const say = (answer: keyof typeof censusAnswers) =>
    mutate({ ...census, memberUnitId, memberIds: [memberId], answer })
  return (
    <>
      <Button
        size="small"
        loading={isPending}
        aria-label={`${name}去向属实`}
        onClick={() => say(isFloating ? 'away' : 'home')}
      >
        {isFloating ? '去向属实' : '在本地'}
      </Button>{' '}
      <Button size="small" type="link" onClick={() => say('lost')}>
        联系不上
      </Button>
    </>
  )
}
