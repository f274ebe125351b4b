import { newId } from '@zhixing/kit/new-id.ts'
import { Button, Form, Input, InputNumber, Radio } from 'antd'
import { useState } from 'react'
import { useMay } from '../../app/me.ts'
import { ActForm } from '../../ui/form/ActForm.tsx'
import styles from '../resources/Resources.module.css'
import type { Title } from './MaterialView.tsx'
import { needed } from './fields.tsx'

type Holding = Title['members'][number]

/** Which members have copies; here they give them back or say that they are lost. */
export function MemberHoldings({ title }: { title: Title }) {
  const may = useMay()
  const [open, setOpen] = useState<string>()
  if (title.members.length === 0) return null
  return (
    <>
      <h3>在党员手里</h3>
      <ul>
        {title.members.map((one) => (
          <li key={`${one.organizationId}${one.holderId}`}>
            <div className={styles.line}>
              <span>
                {one.memberName}{' '}
                <small>
                  {one.organizationName}，{one.copies} 册
                </small>
              </span>
              {may('materials.keep') ? (
                <Button size="small" type="link" onClick={() => setOpen(one.holderId)}>
                  交回、遗失
                </Button>
              ) : null}
            </div>
            {open === one.holderId ? (
              <GiveBack title={title} one={one} done={() => setOpen(undefined)} />
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}

type Values = { copies: number; isLost: boolean; note?: string }
type Props = { title: Title; one: Holding; done: () => void }

function GiveBack({ title: { unitId, titleId }, one, done }: Props) {
  const [movementId] = useState(newId)
  const { organizationId, holderId: memberId, copies } = one
  return (
    <ActForm
      act="materials.giveBack"
      draft=""
      initial={{ copies, isLost: false }}
      input={({ note, ...values }: Values) => ({
        ...values,
        unitId,
        titleId,
        organizationId,
        movementId,
        memberId,
        note: note ?? '',
      })}
      submit="登记"
      done={done}
      cancel={done}
    >
      <Form.Item name="isLost" label="怎么了">
        <Radio.Group
          options={[
            { value: false, label: '交回，进库存' },
            { value: true, label: '遗失' },
          ]}
        />
      </Form.Item>
      <Form.Item name="copies" label="几册" rules={needed('写上册数')}>
        <InputNumber min={1} max={copies} precision={0} />
      </Form.Item>
      <Form.Item name="note" label="说明">
        <Input maxLength={200} />
      </Form.Item>
    </ActForm>
  )
}
