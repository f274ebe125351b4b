import type { EntryOf, Output } from '@zhixing/contract'
import { visitStates } from '@zhixing/contract/outreach-words.ts'
import { monthDay } from '@zhixing/kit/format/day.ts'
import { hours } from '@zhixing/kit/format/hours.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import Button from 'antd-mobile/es/components/button'
import { SubPage } from '../../ui/SubPage.tsx'
import rows from '../../ui/Rows.module.css'
import styles from './Outreach.module.css'

type Row = Output<EntryOf<'outreach.mine'>>['rows'][number]

/** What was brought to me; I say whether it is true. */
export function DeliveriesPage() {
  const answer = useAnswer('outreach.mine', {})
  return (
    <SubPage title="送到我家的" back="/me">
      <Answered answer={answer}>
        {({ rows: visits }) =>
          visits.length === 0 ? (
            <Empty title="还没有送学上门的记录" example="6 月 2 日，两位同志送来资料，讲了一小时。">
              因年老体弱、行动不便等不作硬性要求的党员，支部每季度会送学上门。
            </Empty>
          ) : (
            <>
              <Sentence note="有人来过，请点“属实”；没有来过，请点“不属实”，支部会核对">
                送学上门 <Count of={visits.length} /> 次，记{' '}
                {hours(visits.reduce((sum, { creditedMinutes }) => sum + creditedMinutes, 0))}{' '}
                学时。
              </Sentence>
              {visits.map((visit) => (
                <Delivery key={visit.visitId} visit={visit} />
              ))}
            </>
          )
        }
      </Answered>
    </SubPage>
  )
}

function Delivery({ visit }: { visit: Row }) {
  const { unitId, visitId, day, state, visitors, delivered, roundTitle, myWord } = visit
  const { mutate, isPending, error } = useAct('outreach.confirm')
  const say = (isTrue: boolean) => mutate({ unitId, visitId, isTrue })
  return (
    <div className={rows.row}>
      <h2>
        {monthDay(day)} {visitors.join('、')}上门
      </h2>
      <p>
        {roundTitle}
        {delivered.length > 0 ? `，送来${delivered.join('、')}` : ''}
      </p>
      <small>
        {visitStates[state]}，记 {hours(visit.creditedMinutes)} 学时
        {myWord === null ? '' : `，我说${myWord ? '属实' : '不属实'}`}
      </small>
      {state === 'refused' ? null : (
        <div className={styles.acts}>
          <Button
            color={myWord === null ? 'primary' : 'default'}
            loading={isPending}
            onClick={() => say(true)}
          >
            属实
          </Button>
          <Button loading={isPending} onClick={() => say(false)}>
            不属实
          </Button>
        </div>
      )}
      <p className={styles.problem} role="alert">
        {error?.message}
      </p>
    </div>
  )
}
