import type { EntryOf, Output } from '@zhixing/contract'
import { moment } from '@zhixing/kit/format/day.ts'
import { useAct } from '@zhixing/kit/use-answer.ts'
import { Shape } from '@zhixing/kit/ui/Shape.tsx'
import { Button } from 'antd'
import styles from './Account.module.css'
import { deviceOf } from '@zhixing/kit/format/device.ts'

type Row = Output<EntryOf<'accounts.sessions'>>['rows'][number]

export function Sessions({ rows }: { rows: Row[] }) {
  const { mutate, isPending } = useAct('accounts.endSession')
  return (
    <>
      <ul>
        {rows.map((row) => (
          <li key={row.id} className={styles.line}>
            <span className={styles.state}>
              <Shape name={row.isThis ? 'square' : 'ring'} />
              {row.isThis ? '本机' : '其他'}
            </span>
            <span>
              {deviceOf(row.agent)}
              <small>
                {row.address} · {moment(row.createdAt)} 登录 · 最近 {moment(row.lastSeenAt)}
              </small>
            </span>
            {row.isThis ? null : (
              <Button loading={isPending} onClick={() => mutate({ sessionId: row.id })}>
                让它退出
              </Button>
            )}
          </li>
        ))}
      </ul>
      {rows.length > 2 ? (
        <Button loading={isPending} onClick={() => mutate({})}>
          其他 {rows.length - 1} 台全部退出
        </Button>
      ) : null}
    </>
  )
}
