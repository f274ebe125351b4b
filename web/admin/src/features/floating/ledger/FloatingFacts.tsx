import { fullDay } from '@zhixing/kit/format/day.ts'
import {
  checkInStates,
  contactWays,
  floatingClasses,
  lossStages,
  stayRanges,
  stayReasons,
} from '@zhixing/contract/floating-words.ts'
import { hours } from '@zhixing/kit/format/hours.ts'
import type { ReactNode } from 'react'
import details from '../../../ui/Details.module.css'
import styles from '../Floating.module.css'
import { Fact } from '../Parts.tsx'
import type { Shown } from './FloatingPanel.tsx'

/** Where somebody is, by which rule they are contacted, and all that came of it. */
export function FloatingFacts({ shown }: { shown: Shown }) {
  const { contact, stay, loss } = shown
  return (
    <>
      <dl className={styles.facts}>
        <Fact
          word={floatingClasses[contact.class]}
          value={`${contact.because}；${contact.interval}联系一次，${contact.clause}`}
        />
        <Fact
          word="下次联系"
          value={`${fullDay(contact.dueOn)}${contact.isOverdue ? '，已超期' : ''}；联系人${shown.contactPerson || '未指定'}`}
        />
        {loss ? (
          <Fact word={lossStages[loss.stage]} value={`${loss.because}（${loss.clause}）`} />
        ) : null}
        {shown.isTransferAdvised ? (
          <Fact word="宜转组织关系" value="外出地点固定、已满时限，应把正式组织关系转去" />
        ) : null}
        <Fact word="流向" value={`${shown.destination}，${shown.since} 起`} />
        {stay ? <StayFacts stay={stay} /> : null}
        <Fact
          word="今年学时"
          value={`${hours(shown.minutes)}，其中远程 ${hours(shown.remoteMinutes)}`}
        />
      </dl>
      <Log title="联系记录" none="还没有联系记录">
        {shown.contacts.map(({ on, way, isReached, note, byName }, at) => (
          <li key={`${on}${String(at)}`}>
            {on} {contactWays[way]}，{isReached ? '联系上' : '没有联系上'}
            {note ? `：${note}` : ''}
            <small>{byName}</small>
          </li>
        ))}
      </Log>
      <Log title="报到" none="还没有报到">
        {shown.checkIns.map(({ checkInId, hostName, state, reportedAt, answer, answeredBy }) => (
          <li key={checkInId}>
            {hostName}：{checkInStates[state]}
            <small>
              {reportedAt.slice(0, 10)} 报到{answeredBy ? `，${answeredBy}处理` : ''}
              {answer ? `：${answer}` : ''}
            </small>
          </li>
        ))}
      </Log>
      <Log title="今年的学习" none="今年还没有学时">
        {shown.hours.map(({ day, title, minutes, isRemote }, at) => (
          <li key={`${day}${String(at)}`}>
            {title} {hours(minutes)} 学时{isRemote ? '（远程）' : ''}
            <small>{day}</small>
          </li>
        ))}
      </Log>
    </>
  )
}

function StayFacts({ stay }: { stay: NonNullable<Shown['stay']> }) {
  return (
    <>
      <Fact word="原因" value={`${stayReasons[stay.reason]}，${stayRanges[stay.range]}`} />
      <Fact word="住址" value={stay.address} />
      <Fact word="联系电话" value={stay.phone} />
      <Fact
        word="流入地党组织"
        value={[stay.hostName, stay.hostContact].filter(Boolean).join('，')}
      />
      <Fact word="活动证编号" value={stay.certificate} />
      <Fact word="党费交至" value={stay.duesPaidTo ?? ''} />
    </>
  )
}

type LogProps = { title: string; none: string; children: ReactNode[] }

function Log({ title, none, children }: LogProps) {
  return (
    <>
      <h3 className={details.title}>{title}</h3>
      {children.length === 0 ? <p>{none}。</p> : <ul className={details.log}>{children}</ul>}
    </>
  )
}
