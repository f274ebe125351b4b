import type { ResourceBooking } from '@zhixing/contract'
import { bookingStates } from '@zhixing/contract/resource-words.ts'
import { moment } from '@zhixing/kit/format/day.ts'
import { useAct } from '@zhixing/kit/use-answer.ts'
import { Button, Form, Input, InputNumber, Rate } from 'antd'
import type { ReactNode } from 'react'
import { ActForm } from '../../../ui/form/ActForm.tsx'
import { LineLink } from '../../../ui/list/LineLink.tsx'
import details from '../../../ui/Details.module.css'
import styles from '../Resources.module.css'

type Props = { order: ResourceBooking }

/** One order and whatever comes next for the reader. */
export function OrderView({ order }: Props) {
  const { state, title, itemTitle, forName, from, until, persons, note, byName, reason } = order
  const lines: [string, string][] = [
    ['状态', bookingStates[state]],
    ['组织', forName],
    ['时间', `${moment(from)}—${moment(until)}`],
    ['项目', itemTitle ?? ''],
    ['用途', title],
    ['人数', `${persons} 人`],
    ['说明', note],
    ['下单', byName],
    ['原因', reason],
    ['评价', order.score === null ? '' : `${order.score} 分 ${order.comment}`],
  ]
  return (
    <div className={styles.panel}>
      <dl className={styles.facts}>
        {lines
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {order.activity ? (
        <p>
          在那里开展的活动：
          <LineLink to={`/activities/${order.activity.unitId}/${order.activity.activityId}`}>
            {order.activity.title}
          </LineLink>
        </p>
      ) : null}
      {order.may.map((step) => (
        <section key={step}>{stepFor[step]({ order })}</section>
      ))}
    </div>
  )
}

const stepFor: Record<ResourceBooking['may'][number], (props: Props) => ReactNode> = {
  approve: (props) => <Decide {...props} />,
  confirm: (props) => <Confirm {...props} />,
  checkIn: (props) => <Press act="resources.checkIn" word="到场签到" {...props} />,
  rate: (props) => <RateForm {...props} />,
  withdraw: (props) => <Press act="resources.withdraw" word="撤回点单" {...props} />,
  noShow: (props) => <Press act="resources.noShow" word="没有到场" {...props} />,
  unblock: (props) => <Press act="resources.unblock" word="恢复预订" {...props} />,
}

function keyOf({ unitId, bookingId, version }: ResourceBooking) {
  return { unitId, bookingId, version }
}

type PressProps = Props & {
  act: 'resources.checkIn' | 'resources.withdraw' | 'resources.noShow' | 'resources.unblock'
  word: string
}

function Press({ order, act, word }: PressProps) {
  const { mutate, isPending, error } = useAct(act)
  return (
    <div className={details.acts}>
      <Button loading={isPending} onClick={() => mutate(keyOf(order))}>
        {word}
      </Button>
      <span role="alert">{error?.message}</span>
    </div>
  )
}

function Decide({ order }: Props) {
  const { mutate, isPending, error } = useAct('resources.decide')
  return (
    <>
      <h3>答复</h3>
      <div className={details.acts}>
        <Button
          type="primary"
          loading={isPending}
          onClick={() => mutate({ ...keyOf(order), outcome: 'approve' })}
        >
          同意
        </Button>
        <span role="alert">{error?.message}</span>
      </div>
      <ActForm
        act="resources.decide"
        draft=""
        initial={{}}
        input={({ reason }: { reason: string }) => ({
          ...keyOf(order),
          outcome: 'refuse' as const,
          reason,
        })}
        submit="不同意"
        done={() => undefined}
      >
        <Form.Item name="reason" label="不同意的原因">
          <Input maxLength={200} />
        </Form.Item>
      </ActForm>
    </>
  )
}

function Confirm({ order }: Props) {
  return (
    <ActForm
      act="resources.confirm"
      draft=""
      initial={{ persons: order.persons }}
      input={({ persons }: { persons: number }) => ({ ...keyOf(order), persons })}
      submit="确认前往"
      done={() => undefined}
    >
      <Form.Item name="persons" label="最后多少人">
        <InputNumber min={1} precision={0} />
      </Form.Item>
    </ActForm>
  )
}

function RateForm({ order }: Props) {
  return (
    <ActForm
      act="resources.rate"
      draft=""
      initial={{ score: 5, comment: '' }}
      input={(values: { score: number; comment: string }) => ({ ...keyOf(order), ...values })}
      submit="评价"
      done={() => undefined}
    >
      <Form.Item name="score" label="打几分">
        <Rate />
      </Form.Item>
      <Form.Item name="comment" label="评语">
        <Input.TextArea maxLength={500} />
      </Form.Item>
    </ActForm>
  )
}
