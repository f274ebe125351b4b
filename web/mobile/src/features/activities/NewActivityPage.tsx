import type { activityKinds } from '@zhixing/contract/words.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useNavigate } from '@tanstack/react-router'
import Button from 'antd-mobile/es/components/button'
import { useState } from 'react'
import { SubPage } from '../../ui/SubPage.tsx'
import form from '../../ui/Form.module.css'
import { NewActivityFields } from './NewActivityFields.tsx'
import { startingNow } from './starting-now.ts'

export type KindKey = keyof typeof activityKinds

/** The people are there: choose what it is, where, and call the roll. The rest is as always, and can be changed later. */
export function NewActivityPage() {
  const [kind, setKind] = useState<KindKey>('themeDay')
  const [place, setPlace] = useState<string>()
  const [activityId] = useState(newId)
  const navigate = useNavigate()
  const me = useAnswer('accounts.me', {})
  const organizationId = me.data?.appointments[0]?.organizationId ?? ''
  const enabled = organizationId !== ''
  const answer = useAnswer('activities.draft', { organizationId, kind }, { enabled })
  const { mutate, isPending, error } = useAct('activities.plan')
  // While another kind is asked for, the last draft still stands on the page.
  const draft = answer.data?.kind.key === kind ? answer.data : undefined

  const begin = () => {
    if (!draft) return
    const plan = startingNow(draft.plan)
    const groupId = draft.groups[0]?.groupId ?? null
    mutate(
      { ...plan, place: place ?? plan.place, activityId, organizationId, groupId, kind },
      {
        onSuccess: (params) =>
          void navigate({ to: '/roll/$unitId/$activityId', params, replace: true }),
      },
    )
  }
  return (
    <SubPage
      title="开会"
      back="/activities"
      action={
        <Button block color="primary" loading={isPending} disabled={!draft} onClick={begin}>
          开始点名
        </Button>
      }
    >
      <Sentence note="议程按通常的做法填好，主持人是您；要改的以后在电脑上改。">
        现在开一次会，先点名。
      </Sentence>
      <Answered answer={answer}>
        {({ plan }) => (
          <NewActivityFields
            plan={{ ...plan, place: place ?? plan.place }}
            kind={kind}
            setKind={setKind}
            setPlace={setPlace}
          />
        )}
      </Answered>
      <p className={form.problem} role="alert">
        {error?.message}
      </p>
    </SubPage>
  )
}
