import { headings } from '@zhixing/contract/plan-words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import { Select } from 'antd'
import { useMay } from '../../../app/me.ts'
import { useOrganization } from '../../../app/organization.ts'
import { Field } from './Field.tsx'
import type { PlanValues } from './plan-values.ts'

type Props = { values: PlanValues; set: (next: Partial<PlanValues>) => void }

/** Which item of a training plan this carries out, and which head of the curriculum it teaches. */
export function PlanItemField({ values, set }: Props) {
  const { organizationId } = useOrganization()
  const may = useMay()
  const asked = { organizationId, day: values.day }
  const { data } = useAnswer('plans.options', asked, {
    enabled: may('plans.view') && values.day !== '',
  })
  const rows = data?.rows ?? []
  return (
    <>
      <Field label="培训计划项目">
        <Select
          allowClear
          placeholder="不属于计划项目"
          value={values.planItemId ?? null}
          options={rows.map(({ itemId, title, planTitle }) => ({
            value: itemId,
            label: `${title}（${planTitle}）`,
          }))}
          onChange={(planItemId: string | null | undefined) => {
            const item = rows.find(({ itemId }) => itemId === planItemId)
            set({
              planItemId: planItemId ?? null,
              ...(item ? { heading: item.heading } : {}),
            })
          }}
        />
      </Field>
      <CampaignField values={values} set={set} />
      <Field label="课程主题">
        <Select
          allowClear
          placeholder="不计入课程地图"
          value={values.heading ?? null}
          options={choicesOf(headings)}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={(heading: PlanValues['heading']) => set({ heading: heading ?? null })}
        />
      </Field>
    </>
  )
}

/** Which ask of a campaign this answers; not shown while none runs here. */
function CampaignField({ values, set }: Props) {
  const { organizationId } = useOrganization()
  const may = useMay()
  const campaigns = useAnswer(
    'campaigns.options',
    { organizationId },
    { enabled: may('campaigns.view') },
  )
  const asks = campaigns.data?.rows ?? []
  if (asks.length === 0) return null
  return (
    <Field label="集中教育">
      <Select
        allowClear
        placeholder="不属于集中教育"
        value={values.campaignAskId ?? null}
        options={asks.map(({ askId, title, campaignTitle }) => ({
          value: askId,
          label: `${title}（${campaignTitle}）`,
        }))}
        onChange={(campaignAskId: string | null | undefined) =>
          set({ campaignAskId: campaignAskId ?? null })
        }
      />
    </Field>
  )
}
