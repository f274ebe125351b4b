import { gatherings } from '@zhixing/contract/life-words.ts'
import { contentCategories, studyMethods } from '@zhixing/contract/words.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import { Input, Select } from 'antd'
import { Field } from './Field.tsx'
import { PlanItemField } from './PlanItemField.tsx'
import { monthChoices } from './months.ts'
import styles from './Plan.module.css'
import type { PlanValues } from './plan-values.ts'

type Props = { values: PlanValues; change: (values: PlanValues) => void }

/** What most meetings never touch. */
export function MoreFields({ values, change }: Props) {
  const set = (next: Partial<PlanValues>) => change({ ...values, ...next })
  const months = monthChoices(values.day, values.month)
  return (
    <details className={styles.more}>
      <summary>
        线上参加的链接、培训计划项目、学习内容和方式、分批小班
        {months.length > 1 ? '、计入哪个月' : ''}
      </summary>
      <div className={styles.fields}>
        <Field label="线上参加的链接">
          <Input
            placeholder="https://"
            maxLength={500}
            value={values.link}
            onChange={({ target }) => set({ link: target.value })}
          />
        </Field>
        <PlanItemField values={values} set={set} />
        <Field label="学习内容">
          <Select
            value={values.category}
            options={choicesOf(contentCategories)}
            onChange={(category) => set({ category })}
          />
        </Field>
        <Field label="学习方式">
          <Select
            value={values.method}
            options={choicesOf(studyMethods)}
            onChange={(method) => set({ method })}
          />
        </Field>
        <Field label="组织方式">
          <Select
            value={values.gathering ?? 'whole'}
            options={choicesOf(gatherings)}
            onChange={(gathering) => set({ gathering })}
          />
        </Field>
        {months.length > 1 ? (
          <Field label="计入月份（期满后补开）">
            <Select
              value={values.month}
              options={months.map((value) => ({ value, label: value }))}
              onChange={(month) => set({ month })}
            />
          </Field>
        ) : null}
      </div>
    </details>
  )
}
