import type { EntryOf, Output } from '@zhixing/contract'
import { orderStates } from '@zhixing/contract/material-words.ts'
import { thisDay } from '@zhixing/kit/format/clock.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { Checkbox, Form, Input } from 'antd'
import { useState } from 'react'
import { useMay } from '../../app/me.ts'
import { useOrganization } from '../../app/organization.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { Page } from '../../ui/Page.tsx'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { useSearchChange } from '../../ui/use-search-change.ts'
import styles from '../resources/Resources.module.css'
import { MaterialBar } from './MaterialBar.tsx'
import { CopiesField, needed, yuan } from './fields.tsx'

type Order = Output<EntryOf<'materials.orders'>>['rows'][number]

const size = 50

const columns: Column<Order>[] = [
  {
    key: 'title',
    title: '订了什么',
    width: 'minmax(10rem, 2fr)',
    narrow: true,
    cell: ({ orderId, titleName }) => <LineLink open={orderId}>{titleName}</LineLink>,
  },
  { key: 'who', title: '谁订的', width: 'minmax(8rem, 1fr)', cell: (row) => row.organizationName },
  {
    key: 'supplier',
    title: '向谁订',
    width: 'minmax(7rem, 1fr)',
    spare: true,
    cell: (row) => row.supplier,
  },
  {
    key: 'copies',
    title: '到货',
    width: '7rem',
    narrow: true,
    cell: ({ arrived, copies }) => `${String(arrived)}/${String(copies)}`,
  },
  { key: 'due', title: '应到', width: '7rem', cell: ({ dueOn }) => dueOn },
  {
    key: 'state',
    title: '状态',
    width: '6rem',
    narrow: true,
    cell: ({ state, isLate }) => (isLate ? '逾期未到' : orderStates[state]),
  },
]

export function OrdersPage() {
  const { organizationId } = useOrganization()
  const { all = false, page = 1, open } = useSearch({ from: '/shell/materials/orders' })
  const change = useSearchChange()
  const answer = useAnswer('materials.orders', { organizationId, onlyOpen: !all, page, size })
  return (
    <Page>
      <Answered answer={answer}>
        {({ rows, total, open: waiting, late, cents }) => (
          <>
            <Sentence
              note={`${all ? '全部订购' : '待到货'}共 ${yuan(cents)}；到货可以分批，不能多于订购的数量。`}
            >
              待到货 <Count of={waiting} /> 单
              {late > 0 ? (
                <>
                  ，逾期未到 <Count of={late} stress /> 单
                </>
              ) : null}
              。
            </Sentence>
            <MaterialBar>
              <Checkbox
                checked={all}
                onChange={({ target }) =>
                  change({ all: target.checked || undefined, page: undefined })
                }
              >
                包括已到齐的
              </Checkbox>
            </MaterialBar>
            {total === 0 ? (
              <Empty title="没有待到货的订购" example="红溪故事读本 200 册，已到 120 册。">
                在书目里点开一种书，就能订购。
              </Empty>
            ) : (
              <DataList label="订购" columns={columns} rows={rows} keyOf={(row) => row.orderId} />
            )}
            <Pager page={page} size={size} total={total} />
            <OrderPanel
              order={rows.find(({ orderId }) => orderId === open)}
              close={() => change({ open: undefined })}
            />
          </>
        )}
      </Answered>
    </Page>
  )
}

function OrderPanel({ order, close }: { order: Order | undefined; close: () => void }) {
  const may = useMay()
  return (
    <DetailPanel title={order?.titleName ?? '订购'} open={order !== undefined} onClose={close}>
      {order ? (
        <div className={styles.panel}>
          <p>
            {order.organizationName}向{order.supplier}订 {order.copies} 册，每册{' '}
            {yuan(order.priceCents)}，应在 {order.dueOn} 前到货；已到 {order.arrived} 册，
            {order.isLate ? '逾期未到' : orderStates[order.state]}。
          </p>
          <p className={styles.faint}>
            {order.orderedOn} {order.byName}订购{order.note ? `：${order.note}` : ''}
          </p>
          {may('materials.keep') && order.state === 'open' ? (
            <>
              <Arrive key={`${order.orderId}${String(order.arrived)}`} order={order} />
              <EndOrder key={`end${order.orderId}`} order={order} />
            </>
          ) : null}
        </div>
      ) : null}
    </DetailPanel>
  )
}

function Arrive({ order: { unitId, orderId, copies, arrived } }: { order: Order }) {
  const [movementId] = useState(newId)
  return (
    <>
      <h3>到货入库</h3>
      <ActForm
        act="materials.arrive"
        draft=""
        initial={{ copies: copies - arrived, on: thisDay() }}
        input={({ note, ...values }: { copies: number; on: string; note?: string }) => ({
          ...values,
          unitId,
          orderId,
          movementId,
          note: note ?? '',
        })}
        submit="入库"
        done={() => undefined}
      >
        <CopiesField label="到了多少册" max={copies - arrived} />
        <Form.Item name="on" label="哪天到的" rules={needed('选一天')}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="note" label="说明">
          <Input maxLength={200} />
        </Form.Item>
      </ActForm>
    </>
  )
}

function EndOrder({ order: { unitId, orderId } }: { order: Order }) {
  return (
    <>
      <h3>余下的不再到货</h3>
      <ActForm
        act="materials.endOrder"
        draft=""
        initial={{}}
        input={({ reason }: { reason: string }) => ({ unitId, orderId, reason })}
        submit="结束订购"
        done={() => undefined}
      >
        <Form.Item name="reason" label="原因" rules={needed('写明原因')}>
          <Input maxLength={200} />
        </Form.Item>
      </ActForm>
    </>
  )
}
