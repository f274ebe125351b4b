import type { Audience } from '@zhixing/contract'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Count } from '@zhixing/kit/ui/Sentence.tsx'
import { InputNumber, Select } from 'antd'
import { Fragment, type ReactNode } from 'react'
import { useOrganization } from '../../app/organization.ts'
import details from '../../ui/Details.module.css'
import styles from './Audience.module.css'
import { groups, tidy } from './conditions.ts'

type Props = { audience: Audience; change: (audience: Audience) => void }

/** Choose by conditions; each that is given must hold, and how many that leaves is said at once. */
export function AudienceBuilder({ audience, change }: Props) {
  const set = (next: Audience) => change(tidy({ ...audience, ...next }))
  return (
    <>
      <Preview audience={audience} />
      {groups.map(({ name, conditions }) => (
        <Fragment key={name}>
          <h2 className={details.title}>{name}</h2>
          <div className={styles.conditions}>
            {conditions.map(({ key, name: label, words }) => (
              <Condition key={key} label={label}>
                <Select
                  mode="multiple"
                  allowClear
                  aria-label={label}
                  placeholder="不限"
                  value={[...(audience[key] ?? [])]}
                  options={Object.entries(words).map(([value, word]) => ({ value, label: word }))}
                  showSearch={{ optionFilterProp: 'label' }}
                  onChange={(values: string[]) => set({ [key]: values })}
                />
              </Condition>
            ))}
            {name === '在什么组织' ? <Tiers audience={audience} set={set} /> : null}
            {name === '是什么人' ? <Rest audience={audience} set={set} /> : null}
          </div>
        </Fragment>
      ))}
    </>
  )
}

function Condition({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.condition}>
      <span aria-hidden="true">{label}</span>
      {children}
    </div>
  )
}

type PartProps = { audience: Audience; set: (next: Audience) => void }

const tiers = [1, 2, 3].map((value) => ({ value, label: `${String(value)} 类组织` }))

function Tiers({ audience, set }: PartProps) {
  return (
    <Condition label="组织分级">
      <Select
        mode="multiple"
        allowClear
        aria-label="组织分级"
        placeholder="不限"
        value={audience.tiers ?? []}
        options={tiers}
        onChange={(values: number[]) => set({ tiers: values })}
      />
    </Condition>
  )
}

function Rest({ audience, set }: PartProps) {
  const { organizationId } = useOrganization()
  const { data } = useAnswer('members.tally', { organizationId })
  const tags = (data?.tags ?? []).map(({ tag, count }) => ({
    value: tag,
    label: `${tag} ${String(count)}`,
  }))
  return (
    <>
      <Condition label="标签">
        <Select
          mode="multiple"
          allowClear
          aria-label="标签"
          placeholder="不限"
          value={audience.tags ?? []}
          options={tags}
          onChange={(values: string[]) => set({ tags: values })}
        />
      </Condition>
      <Condition label="年龄">
        <span className={styles.ages}>
          <InputNumber
            aria-label="年龄从"
            min={0}
            max={150}
            value={audience.ageFrom ?? null}
            onChange={(ageFrom) => set({ ageFrom: ageFrom ?? undefined })}
          />
          至
          <InputNumber
            aria-label="年龄到"
            min={0}
            max={150}
            value={audience.ageTo ?? null}
            onChange={(ageTo) => set({ ageTo: ageTo ?? undefined })}
          />
          岁
        </span>
      </Condition>
    </>
  )
}

function Preview({ audience }: { audience: Audience }) {
  const { organizationId } = useOrganization()
  const answer = useAnswer('audience.preview', { organizationId, audience })
  return (
    <Answered answer={answer}>
      {({ total, branches, sentence, sample }) => (
        <p className={styles.count} role="status">
          {sentence}：现在 <Count of={total.toLocaleString('zh-CN')} /> 人，在 {branches} 个党支部。
          <small>
            {sample.length === 0
              ? '没有人符合，放宽一项条件试试。'
              : `例如：${sample.map(({ name }) => name).join('、')}`}
          </small>
        </p>
      )}
    </Answered>
  )
}
