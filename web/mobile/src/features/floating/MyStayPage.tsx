import type { EntryOf, Output } from '@zhixing/contract'
import { checkInStates } from '@zhixing/contract/floating-words.ts'
import { monthDay } from '@zhixing/kit/format/day.ts'
import { hours } from '@zhixing/kit/format/hours.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useState } from 'react'
import { SubPage } from '../../ui/SubPage.tsx'
import rows from '../../ui/Rows.module.css'
import styles from './Floating.module.css'
import { MyFloatingWork } from './MyFloatingWork.tsx'
import { ReportIn } from './ReportIn.tsx'
import { StayForm } from './StayForm.tsx'

export type Mine = Output<EntryOf<'floating.mine'>>

/** Where I am, who keeps in touch with me, and where I have reported. */
export function MyStayPage() {
  const answer = useAnswer('floating.mine', {})
  return (
    <SubPage title="外出与报到" back="/me">
      <Answered answer={answer}>
        {(mine) =>
          mine.isMember ? (
            <MyStay mine={mine} />
          ) : (
            <Empty title="这里是党员本人的外出登记">这个账号没有对应的党员。</Empty>
          )
        }
      </Answered>
    </SubPage>
  )
}

function MyStay({ mine }: { mine: Mine }) {
  const [doing, setDoing] = useState<'stay' | 'report'>()
  const done = () => setDoing(undefined)
  if (doing === 'stay') return <StayForm mine={mine} done={done} />
  if (doing === 'report') return <ReportIn phone={mine.stay?.phone ?? ''} done={done} />
  return (
    <>
      <Headline mine={mine} />
      <button type="button" className={styles.host} onClick={() => setDoing('stay')}>
        {mine.isFloating ? '更新去向和电话' : '我外出了，登记去向'} ›
        <small>登记一次也算向支部报告一次</small>
      </button>
      {mine.isFloating ? (
        <button type="button" className={styles.host} onClick={() => setDoing('report')}>
          向工作地或居住地党支部报到 ›<small>对方支部接收后，两边都能看到</small>
        </button>
      ) : null}
      {mine.checkIns.length > 0 ? <h2 className={rows.title}>我的报到</h2> : null}
      {mine.checkIns.map(({ checkInId, hostName, state, reportedAt, answer }) => (
        <div key={checkInId} className={rows.row}>
          <h3>{hostName}</h3>
          <p>
            {checkInStates[state]}
            {answer ? `：${answer}` : ''}
          </p>
          <small>{monthDay(reportedAt.slice(0, 10))} 报到</small>
        </div>
      ))}
      {mine.isFloating ? <MyFloatingWork /> : null}
    </>
  )
}

function Headline({ mine }: { mine: Mine }) {
  const { isFloating, stay, since, contactPerson, dueOn, minutes, remoteMinutes } = mine
  if (!isFloating || !since)
    return <Sentence note="离开本地不能参加支部活动的，请登记去向">您没有登记外出。</Sentence>
  const person = contactPerson === '' ? '支部还没有指定联系人' : `联系人是${contactPerson}`
  return (
    <Sentence
      note={`${person}${dueOn ? `，${monthDay(dueOn)}前会联系您` : ''}；今年已学 ${hours(minutes)} 学时，远程 ${hours(remoteMinutes)}`}
    >
      {since} 起外出{stay ? `，现在${stay.destination}` : '，去向还没有登记'}。
    </Sentence>
  )
}
