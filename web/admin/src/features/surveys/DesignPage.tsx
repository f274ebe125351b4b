import type { Audience, Breakdown, FormDefinition, SurveyPlan } from '@zhixing/contract'
import { surveyTemplates } from '@zhixing/contract/survey-templates.ts'
import { breakdowns, surveyKinds } from '@zhixing/contract/survey-words.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { choicesOf } from '@zhixing/kit/words.ts'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Input, InputNumber, Radio, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { useOrganization } from '../../app/organization.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { FormDesigner } from '../../ui/forms/FormDesigner.tsx'
import { AudienceBuilder } from '../audience/AudienceBuilder.tsx'
import { groupsOf } from './groups.ts'
import details from '../../ui/Details.module.css'
import styles from './Surveys.module.css'

export function DesignPage() {
  const { unitId, surveyId } = useSearch({ from: '/shell/surveys/design' })
  if (!unitId || !surveyId) return <Designer key="new" begin={fresh()} version={0} id={newId()} />
  return <Edit unitId={unitId} surveyId={surveyId} />
}

function Edit(key: { unitId: string; surveyId: string }) {
  const answer = useAnswer('surveys.show', key)
  return (
    <Answered answer={answer}>
      {({ plan, version }) => (
        <Designer key={version} begin={plan} version={version} id={key.surveyId} />
      )}
    </Answered>
  )
}

function dayFrom(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv-SE', {
    timeZone: 'Asia/Shanghai',
  })
}

function fresh(): SurveyPlan {
  return {
    kind: 'needs',
    definition: surveyTemplates.needs,
    isAnonymous: true,
    breakdown: 'age',
    audience: {},
    quotas: [],
    from: dayFrom(0),
    until: dayFrom(14),
  }
}

function Designer({ begin, version, id }: { begin: SurveyPlan; version: number; id: string }) {
  const { organizationId } = useOrganization()
  const [surveyId] = useState(id)
  const [plan, setPlan] = useState(begin)
  const set = (next: Partial<SurveyPlan>) => setPlan((now) => ({ ...now, ...next }))
  const navigate = useNavigate()
  const { mutate, isPending, error } = useAct('surveys.keep')
  const keep = () =>
    mutate(
      { organizationId, surveyId, version, ...plan },
      {
        onSuccess: ({ unitId }) =>
          void navigate({
            to: '/surveys/$unitId/$surveyId',
            params: { unitId, surveyId },
          }),
      },
    )
  return (
    <Page>
      <Sentence note="右边是答卷人看到的样子，可以试答；先存为草稿，看过再发出，发出以后题目不再变。">
        写一份问卷。
      </Sentence>
      <Settings plan={plan} set={set} isNew={version === 0} />
      <Section title="题目">
        <FormDesigner
          definition={plan.definition}
          change={(definition: FormDefinition) => set({ definition })}
        />
      </Section>
      <Section title="请谁答">
        <AudienceBuilder
          audience={plan.audience}
          change={(audience: Audience) => set({ audience })}
        />
      </Section>
      <p className={details.late} role="alert">
        {error?.message}
      </p>
      <Button type="primary" loading={isPending} onClick={keep}>
        存为草稿
      </Button>
    </Page>
  )
}

type Props = { plan: SurveyPlan; set: (next: Partial<SurveyPlan>) => void }

function Settings({ plan, set, isNew }: Props & { isNew: boolean }) {
  const { kind, isAnonymous, breakdown, from, until } = plan
  return (
    <div className={styles.settings}>
      <Field label="类别（从模板开始）">
        <Select
          aria-label="类别"
          value={kind}
          options={choicesOf(surveyKinds)}
          onChange={(next) =>
            set({ kind: next, ...(isNew ? { definition: surveyTemplates[next] } : {}) })
          }
        />
      </Field>
      <Field label="方式">
        <Radio.Group
          value={isAnonymous}
          options={[
            { value: true, label: '匿名' },
            { value: false, label: '实名' },
          ]}
          onChange={({ target }) => set({ isAnonymous: target.value === true })}
        />
      </Field>
      <Field label="按什么分组看">
        <Select
          aria-label="分组"
          value={breakdown ?? 'none'}
          options={[{ value: 'none' as const, label: '不分组' }, ...choicesOf(breakdowns)]}
          onChange={(next: Breakdown | 'none') =>
            set({ breakdown: next === 'none' ? null : next, quotas: [] })
          }
        />
      </Field>
      <Field label="开始">
        <Input
          type="date"
          aria-label="开始日期"
          value={from}
          onChange={({ target }) => set({ from: target.value })}
        />
      </Field>
      <Field label="截止">
        <Input
          type="date"
          aria-label="截止日期"
          value={until}
          onChange={({ target }) => set({ until: target.value })}
        />
      </Field>
      <Quotas plan={plan} set={set} />
    </div>
  )
}

/** How many are drawn from each group; no numbers at all means everybody. */
function Quotas({ plan: { breakdown, quotas }, set }: Props) {
  if (!breakdown) return null
  const put = (group: string, size: number | null) => {
    const rest = quotas.filter((one) => one.group !== group)
    set({ quotas: size ? [...rest, { group, size }] : rest })
  }
  return Object.entries(groupsOf[breakdown]).map(([group, name]) => (
    <Field key={group} label={`${name}抽几人`}>
      <InputNumber
        aria-label={`${name}抽几人`}
        min={1}
        max={100_000}
        placeholder={quotas.length > 0 ? '不抽' : '全部'}
        value={quotas.find((one) => one.group === group)?.size ?? null}
        onChange={(size) => put(group, size)}
      />
    </Field>
  ))
}

function Field({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.field}>
      <span aria-hidden="true">{label}</span>
      {children}
    </div>
  )
}
