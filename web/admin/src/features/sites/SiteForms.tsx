import type { EntryOf, Output } from '@zhixing/contract'
import { equipmentKinds, equipmentStates, siteTypes } from '@zhixing/contract/site-words.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import { Checkbox, Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useOrganization } from '../../app/organization.ts'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { MemberSelect } from '../organizations/forms/MemberSelect.tsx'
import styles from '../resources/Resources.module.css'

export type Site = Output<EntryOf<'sites.show'>>
type Piece = Site['equipment'][number]

const needed = (message: string) => [{ required: true, message }]

type Founded = {
  type: keyof typeof siteTypes
  name: string
  address?: string
  seats?: number | null
  managerId?: string
}
type FoundProps = { done: (key: { unitId: string; siteId: string }) => void; cancel: () => void }

export function FoundSite({ done, cancel }: FoundProps) {
  const { organizationId } = useOrganization()
  return (
    <ActForm
      act="sites.found"
      draft={`site:${organizationId}`}
      initial={{ type: 'distanceSite' as const }}
      input={({ type, name, address, seats, managerId }: Founded) => ({
        organizationId,
        type,
        name,
        address: address ?? '',
        seats: seats ?? null,
        managerId: managerId || null,
      })}
      submit="登记"
      done={done}
      cancel={cancel}
    >
      <Form.Item name="type" label="类型" rules={needed('选一种')}>
        <Select options={choicesOf(siteTypes)} />
      </Form.Item>
      <Form.Item name="name" label="名称" rules={needed('写上名称')}>
        <Input maxLength={100} placeholder="例：红溪村远程教育站点" />
      </Form.Item>
      <Form.Item name="address" label="地址">
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="seats" label="能坐多少人">
        <InputNumber min={1} max={100_000} precision={0} />
      </Form.Item>
      <Form.Item name="managerId" label="管理员">
        <MemberSelect organizationId={organizationId} />
      </Form.Item>
    </ActForm>
  )
}

type Assigned = { managerId?: string; isOutOfOrder?: boolean; fault?: string }

export function AssignForm({ site, done }: { site: Site; done: () => void }) {
  const { unitId, siteId, version, organizationId, managerId, isOutOfOrder, fault } = site
  return (
    <ActForm
      act="sites.assign"
      draft=""
      initial={{ isOutOfOrder, fault, ...(managerId ? { managerId } : {}) }}
      input={(values: Assigned) => ({
        unitId,
        siteId,
        version,
        managerId: values.managerId || null,
        isOutOfOrder: values.isOutOfOrder ?? false,
        fault: values.fault ?? '',
      })}
      submit="保存"
      done={done}
      cancel={done}
    >
      <Form.Item name="managerId" label="管理员">
        <MemberSelect organizationId={organizationId} />
      </Form.Item>
      <Form.Item name="isOutOfOrder" valuePropName="checked">
        <Checkbox>故障停用</Checkbox>
      </Form.Item>
      <Form.Item name="fault" label="停用的，写明什么故障">
        <Input maxLength={200} />
      </Form.Item>
    </ActForm>
  )
}

type Bought = {
  kind: keyof typeof equipmentKinds
  name?: string
  count: number
  boughtOn: string
  value?: number | null
  state: keyof typeof equipmentStates
}

export function EquipmentForm({
  site,
  piece,
  done,
}: {
  site: Site
  piece?: Piece
  done: () => void
}) {
  const [id] = useState(newId)
  const { unitId, siteId } = site
  return (
    <ActForm
      act="sites.keepEquipment"
      draft=""
      initial={
        piece
          ? { ...piece, value: piece.valueCents / 100 }
          : { kind: 'computer' as const, count: 1, state: 'inUse' as const }
      }
      input={({ kind, name, count, boughtOn, value, state }: Bought) => ({
        unitId,
        siteId,
        kind,
        count,
        boughtOn,
        state,
        equipmentId: piece?.equipmentId ?? id,
        version: piece?.version ?? null,
        name: name ?? '',
        valueCents: Math.round((value ?? 0) * 100),
      })}
      submit={piece ? '保存' : '登记设备'}
      done={done}
      cancel={done}
    >
      <div className={styles.pair}>
        <Form.Item name="kind" label="设备" rules={needed('选一种')}>
          <Select options={choicesOf(equipmentKinds)} />
        </Form.Item>
        <Form.Item name="state" label="状态" rules={needed('选一种')}>
          <Select options={choicesOf(equipmentStates)} />
        </Form.Item>
        <Form.Item name="name" label="型号">
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="count" label="几台" rules={needed('写上数目')}>
          <InputNumber min={1} max={1000} precision={0} />
        </Form.Item>
        <Form.Item name="boughtOn" label="哪天购置" rules={needed('选一天')}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="value" label="每台多少元">
          <InputNumber min={0} max={10_000_000} precision={2} />
        </Form.Item>
      </div>
    </ActForm>
  )
}
