import type { ResourceBooking } from '@zhixing/contract'
import { bookingStates } from '@zhixing/contract/resource-words.ts'
import { timeOf } from '@zhixing/kit/format/clock.ts'
import { moment } from '@zhixing/kit/format/day.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { SubPage } from '../../ui/SubPage.tsx'
import rows from '../../ui/Rows.module.css'
import { OrderSteps } from './OrderSteps.tsx'
import { usePlace } from './use-place.ts'

/** What the branch ordered, and the one thing that comes next with each. */
export function OrdersPage() {
  const { organizationId } = usePlace()
  return (
    <SubPage title="我们点的单" back="/resources">
      {organizationId ? <Orders organizationId={organizationId} /> : null}
    </SubPage>
  )
}

function Orders({ organizationId }: { organizationId: string }) {
  const answer = useAnswer('resources.orders', { organizationId, side: 'theirs', size: 100 })
  return (
    <Answered answer={answer}>
      {({ rows: orders, counts }) =>
        orders.length === 0 ? (
          <Empty title="还没有点单" step={<LinkButton to="/resources">看看能点什么</LinkButton>}>
            给支部点一次实境课堂、请一位讲师，办到哪一步都在这里。
          </Empty>
        ) : (
          <>
            <Sentence note="同意后确认人数，到场签到，用后评价。">
              等答复 <Count of={counts.ordered} /> 个，等我们确认{' '}
              <Count of={counts.approved} stress={counts.approved > 0} /> 个。
            </Sentence>
            {orders.map((order) => (
              <Order key={`${order.bookingId}:${order.version}`} order={order} />
            ))}
          </>
        )
      }
    </Answered>
  )
}

function Order({ order }: { order: ResourceBooking }) {
  const { resourceName, itemTitle, title, from, until, state, persons, reason } = order
  return (
    <div className={rows.row}>
      <h2>{itemTitle ?? resourceName}</h2>
      <p>
        {resourceName}，{title}，{persons} 人
      </p>
      <p className={rows.state}>
        <span>
          {moment(from)}—{timeOf(until)}
        </span>
        <span>{bookingStates[state]}</span>
      </p>
      {reason ? <p>原因：{reason}</p> : null}
      <OrderSteps order={order} />
    </div>
  )
}
