import { affiliationWays } from '@zhixing/contract/words.ts'
import { hours } from '@zhixing/kit/format/hours.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Section } from '../../ui/Page.tsx'
import styles from './Transfers.module.css'

type Key = { unitId: string; memberId: string }

/** What somebody brought along from other units; nothing for who has always been in this one. */
export function PastLife({ memberKey }: { memberKey: Key }) {
  const { data } = useAnswer('transfers.past', memberKey)
  const elsewhere = data?.affiliations.filter(({ unitId }) => unitId !== memberKey.unitId) ?? []
  if (!data || elsewhere.length === 0) return null
  return (
    <Section title="转入前的经历">
      <ul className={styles.part}>
        {elsewhere.map(({ organizationName, from, until, how }) => (
          <li key={organizationName + from}>
            {organizationName}
            <small>{`${from} 至${until ?? '今'} · ${affiliationWays[how]}`}</small>
          </li>
        ))}
        {data.hours.map(({ unitName, year, ledger, minutes }) => (
          <li key={`${unitName}${String(year)}${ledger}`}>
            {year} 年在{unitName}学习 {hours(minutes)} 学时
            {ledger === 'secretary' ? '（书记、委员）' : ''}
          </li>
        ))}
        {data.dues.map(({ organizationName, from, until, months }) => (
          <li key={organizationName}>
            在{organizationName}交纳党费 {months} 个月
            <small>
              {from} 至 {until}
            </small>
          </li>
        ))}
        {data.stays.map(({ since, destination, endedOn, ended }) => (
          <li key={since}>
            外出：{destination}
            <small>{endedOn ? `${since} 至 ${endedOn} · ${ended}` : `${since} 起`}</small>
          </li>
        ))}
      </ul>
    </Section>
  )
}
