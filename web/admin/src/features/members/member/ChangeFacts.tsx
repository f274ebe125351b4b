import type { MemberFacts } from '@zhixing/contract'
import { useAct } from '@zhixing/kit/use-answer.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { ActForm } from '../../../ui/form/ActForm.tsx'
import { FactFields } from '../FactFields.tsx'
import { factsFrom } from '../member-facts.ts'
import type { Member } from './member.ts'

type Props = { member: Member; done: () => void }
type Values = { facts: Partial<MemberFacts> }

/** Identifiers have to be seen to be changed; seeing them is kept, so it is asked for first. */
export function ChangeFacts({ member, done }: Props) {
  const { unitId, memberId, version, facts, may } = member
  const [whole, setWhole] = useState<MemberFacts>()
  const { mutate, isPending } = useAct('members.identify')
  if (!whole)
    return (
      <>
        <p>修改前先显示完整的身份信息，查看会留下记录。</p>
        <Button
          type="primary"
          disabled={!may.identify}
          loading={isPending}
          onClick={() =>
            mutate(
              { unitId, memberId },
              { onSuccess: (identity) => setWhole({ ...facts, ...identity }) },
            )
          }
        >
          显示并修改
        </Button>
      </>
    )
  return (
    <ActForm
      act="members.change"
      draft=""
      initial={{ facts: whole }}
      input={(values: Values) => ({ unitId, memberId, version, facts: factsFrom(values.facts) })}
      submit="保存"
      done={done}
    >
      <FactFields />
    </ActForm>
  )
}
