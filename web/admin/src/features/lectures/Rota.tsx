import type { EntryOf, Output } from '@zhixing/contract'
import { fullDay } from '@zhixing/kit/format/day.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Link } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useMay } from '../../app/me.ts'
import { useOrganization } from '../../app/organization.ts'
import { Section } from '../../ui/Page.tsx'
import details from '../../ui/Details.module.css'
import styles from './Lectures.module.css'

type Rota = Output<EntryOf<'lectures.rota'>>
type Month = Rota['months'][number]

/** Of a branch: whose turn each month is, and who comes next by who gave least and waits longest. */
export function Rota({ year }: { year: number }) {
  const { organizationId } = useOrganization()
  const { data } = useAnswer('lectures.rota', { organizationId, year })
  const fill = useAct('lectures.fill')
  const canPlan = useMay()('activities.organize')
  if (!data?.isBranch) return null
  const [next] = data.candidates
  return (
    <Section
      title="党课轮值表"
      aside={
        canPlan ? (
          <Button loading={fill.isPending} onClick={() => fill.mutate({ organizationId, year })}>
            排好今年余下的季度
          </Button>
        ) : null
      }
    >
      <p className={styles.note}>
        {next
          ? `下一个轮到${next.name}：${reasonOf(next)}。讲得少、隔得久的先轮；轮到的人会收到通知。`
          : '本支部没有可以轮值的正式党员。'}
      </p>
      <p role="alert" className={details.problem}>
        {fill.error?.message}
      </p>
      <ul className={styles.turns}>
        {data.months.map((month) => (
          <MonthLine key={month.month} month={month} rota={data} canPlan={canPlan} />
        ))}
      </ul>
    </Section>
  )
}

function reasonOf({ given, ahead, lastOn }: Rota['candidates'][number]): string {
  const last = lastOn ? `，上次 ${fullDay(lastOn)}` : '，还没有讲过'
  return `近两年讲过 ${given} 次${last}${ahead > 0 ? `，已排 ${ahead} 次` : ''}`
}

type LineProps = { month: Month; rota: Rota; canPlan: boolean }

function MonthLine({ month: { month, isPast, turn, lecture }, rota, canPlan }: LineProps) {
  const { organizationId } = useOrganization()
  const { mutate, isPending } = useAct('lectures.assign')
  const number = Number(month.slice(5))
  if (lecture) {
    const { unitId, activityId, title, lecturerName } = lecture
    return (
      <li>
        <span>{number}月</span>
        <Link to="/activities/$unitId/$activityId" params={{ unitId, activityId }}>
          {title} · {lecturerName} ›
        </Link>
      </li>
    )
  }
  return (
    <li>
      <span>{number}月</span>
      {isPast || !canPlan ? (
        <span>{turn?.name ?? '—'}</span>
      ) : (
        <Select
          allowClear
          style={{ width: '10rem' }}
          aria-label={`${number}月由谁讲`}
          placeholder="还没有安排"
          loading={isPending}
          value={turn?.memberId ?? null}
          options={rota.candidates.map(({ memberId: value, name, given }) => ({
            value,
            label: `${name}（${given} 次）`,
          }))}
          onChange={(memberId) => mutate({ organizationId, month, memberId: memberId ?? null })}
        />
      )}
    </li>
  )
}
