import type { EntryOf, Output } from '@zhixing/contract'
import { addDays } from '@zhixing/kit/format/day.ts'
import { thisDay } from '@zhixing/kit/format/clock.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Form, Select } from 'antd'
import { useMay } from '../../app/me.ts'
import { useOrganization } from '../../app/organization.ts'
import type { ApplyValues } from './apply-values.ts'
import { categoryOf } from './heading-category.ts'

type Item = Output<EntryOf<'plans.options'>>['rows'][number]

/** The item of the plan that the class carries out; what the plan already says is not typed again. */
export function FromPlan() {
  const { organizationId } = useOrganization()
  const may = useMay()
  const form = Form.useFormInstance<ApplyValues>()
  const from: string | undefined = Form.useWatch('from')
  const day = from ?? thisDay()
  const asked = { organizationId, day: /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : thisDay() }
  const { data } = useAnswer('plans.options', asked, { enabled: may('plans.view') })
  const rows = data?.rows ?? []
  const chosen = rows.find(({ itemId }) => itemId === form.getFieldValue('planItemId'))
  return (
    <Form.Item
      name="planItemId"
      label="培训计划项目"
      extra={chosen?.originSentence || '选了以后，下面各项按计划填好，可以再改'}
    >
      <Select
        allowClear
        placeholder="计划外办班"
        options={rows.map(({ itemId, title, planTitle }) => ({
          value: itemId,
          label: `${title}（${planTitle}）`,
        }))}
        onChange={(itemId?: string) => {
          const item = rows.find((one) => one.itemId === itemId)
          if (item) form.setFieldsValue(filledFrom(item))
        }}
      />
    </Form.Item>
  )
}

const kindOf = {
  political: 'rotation',
  basics: 'partyAffairs',
  technology: 'skill',
  vocational: 'skill',
} as const

/** A day of a class has about six hours. */
const minutesOfDay = 360

function filledFrom(item: Item): Partial<ApplyValues> {
  const { title, type, heading, sessions, persons, minutes, place, goal } = item
  const soon = addDays(thisDay(), 30)
  const day = soon < item.until ? soon : item.until
  const from = day > item.from ? day : item.from
  const days = Math.max(1, Math.ceil(minutes / minutesOfDay))
  const isSkill = type === 'technology' || type === 'vocational'
  const category = categoryOf(heading)
  const measure = goal ? [goal.measure, goal.target].filter(Boolean).join('，') : ''
  return {
    title,
    kind: kindOf[type],
    tracks: [isSkill ? 'skill' : 'party'],
    from,
    until: addDays(from, days - 1),
    enrolBy: addDays(from, -5),
    people: Math.max(1, Math.ceil(persons / sessions)),
    audience: item.audienceSentence,
    purpose: item.effect || goal?.text || title,
    ...(place ? { place } : {}),
    goals: goal ? [{ goal: goal.text, category, percent: 0, measure, planGoalId: goal.id }] : [],
  }
}
