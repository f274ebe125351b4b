import { activityKinds } from '@zhixing/contract/words.ts'
import type { EntryOf, Output } from '@zhixing/contract'
import { newId } from '@zhixing/kit/new-id.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useOrganization } from '../../../app/organization.ts'
import { LinkButton } from '../../../ui/LinkButton.tsx'
import { Page } from '../../../ui/Page.tsx'
import styles from '../record/Record.module.css'
import { PlanFields } from './PlanFields.tsx'
import { isComplete, planOf, valuesOf } from './plan-values.ts'

type Draft = Output<EntryOf<'activities.draft'>>

/** Everything is filled in: who has never planned a meeting looks it over and presses once. */
export function NewActivityPage() {
  const { organizationId } = useOrganization()
  const { kind, month, groupId, occasion, topicId, askId } = useSearch({
    from: '/shell/meetings/new',
  })
  const more = {
    ...(month ? { month } : {}),
    ...(occasion ? { occasion } : {}),
    ...(topicId ? { topicId } : {}),
    ...(askId ? { askId } : {}),
  }
  const input = { organizationId, kind, groupId: groupId ?? null, ...more }
  const answer = useAnswer('activities.draft', input)
  return (
    <Page>
      <Sentence note="时间、地点、主持人和议程已按上一次和通常的做法填好，看一遍，改要改的。">
        计划一次{activityKinds[kind]}
      </Sentence>
      <Answered answer={answer}>
        {(draft) =>
          // While another kind is asked for, the last draft still stands here.
          draft.kind.key === kind ? (
            <NewPlan
              key={`${kind}${organizationId}${month ?? ''}${occasion ?? ''}${topicId ?? ''}${askId ?? ''}`}
              draft={draft}
            />
          ) : null
        }
      </Answered>
    </Page>
  )
}

function NewPlan({ draft }: { draft: Draft }) {
  const { organizationId } = useOrganization()
  const search = useSearch({ from: '/shell/meetings/new' })
  const navigate = useNavigate()
  const { mutate, isPending, error } = useAct('activities.plan')
  const [activityId] = useState(newId)
  const [groupId, setGroupId] = useState(search.groupId ?? draft.groups[0]?.groupId ?? null)
  const [values, setValues] = useState(() => valuesOf(draft.plan))
  const { kind, groups } = draft

  const save = () =>
    mutate(
      { ...planOf(values), activityId, organizationId, groupId, kind: kind.key },
      {
        onSuccess: (key) =>
          void navigate({ to: '/activities/$unitId/$activityId', params: key, replace: true }),
      },
    )
  return (
    <>
      {kind.isOfGroup ? (
        <Select
          style={{ width: '16rem' }}
          aria-label="党小组"
          placeholder="本支部还没有党小组，请先在“党组织”里设立"
          value={groupId}
          onChange={setGroupId}
          options={groups.map(({ groupId: value, name: label }) => ({ value, label }))}
        />
      ) : null}
      <PlanFields kind={kind} values={values} change={setValues} lecturer={draft.lecturer} />
      <p className={styles.problem} role="alert">
        {error?.message}
      </p>
      <div className={styles.actions}>
        <Button type="primary" loading={isPending} disabled={!isComplete(values)} onClick={save}>
          保存计划
        </Button>
        <LinkButton to="/meetings/month">不计划了</LinkButton>
        <span>保存后再发通知；已经开过的也可以补录，会标明补录。</span>
      </div>
    </>
  )
}
