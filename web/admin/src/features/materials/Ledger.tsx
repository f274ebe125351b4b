import { movementKinds } from '@zhixing/contract/material-words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useOrganization } from '../../app/organization.ts'
import { ActForm } from '../../ui/form/ActForm.tsx'
import styles from '../resources/Resources.module.css'
import { needed } from './fields.tsx'

type Props = { title: { unitId: string; titleId: string }; holderId?: string }

/** Every line that made a figure, the latest first, and what they come to. */
export function Ledger({ title: { unitId, titleId }, holderId }: Props) {
  const { organizationId } = useOrganization()
  const [reversed, setReversed] = useState<string>()
  const holder = holderId ? { holderId } : {}
  const key = { unitId, titleId, organizationId, ...holder }
  const answer = useAnswer('materials.movements', { ...key, size: 200 })
  return (
    <Answered answer={answer}>
      {({ rows, total, copies }) => (
        <>
          <ul>
            {rows.map((row) => (
              <li key={row.movementId}>
                <b>{row.delta > 0 ? `+${String(row.delta)}` : row.delta}</b>{' '}
                {movementKinds[row.kind]} {holderId ? '' : (row.memberName ?? row.organizationName)}
                {row.isReversed ? '（已冲销）' : ''}{' '}
                <small>{[row.day, row.note, `${row.byName}登记`].filter(Boolean).join('，')}</small>
                {row.mayReverse ? (
                  <Button size="small" type="link" onClick={() => setReversed(row.movementId)}>
                    登错了，冲销
                  </Button>
                ) : null}
                {reversed === row.movementId ? (
                  <ActForm
                    act="materials.reverse"
                    draft=""
                    initial={{}}
                    input={({ reason }: { reason: string }) => ({
                      unitId,
                      movementId: row.movementId,
                      reason,
                    })}
                    submit="冲销"
                    done={() => setReversed(undefined)}
                    cancel={() => setReversed(undefined)}
                  >
                    <Form.Item name="reason" label="为什么" rules={needed('写明原因')}>
                      <Input maxLength={200} />
                    </Form.Item>
                  </ActForm>
                ) : null}
              </li>
            ))}
          </ul>
          <p className={styles.faint}>
            共 {total} 笔，合计 {copies} 册。
          </p>
        </>
      )}
    </Answered>
  )
}
