import { structureTargets } from '@zhixing/contract/development-words.ts'
import { keysOf } from '@zhixing/kit/words.ts'
import { Form, InputNumber } from 'antd'
import { ActForm } from '../../ui/form/ActForm.tsx'
import type { Quota } from './Quotas.tsx'

type Target = keyof typeof structureTargets
type Values = { persons: number } & Partial<Record<Target, number | null>>

export function QuotaForm({ row, year, close }: { row: Quota; year: number; close: () => void }) {
  const { organizationId, version, persons, targets } = row
  return (
    <ActForm
      act="development.setQuota"
      draft=""
      initial={{ persons: persons ?? 0, ...targets }}
      input={({ persons: asked, ...shares }: Values) => ({
        organizationId,
        year,
        version,
        persons: asked,
        targets: Object.fromEntries(
          keysOf(structureTargets).flatMap((key) =>
            typeof shares[key] === 'number' ? [[key, shares[key]]] : [],
          ),
        ),
      })}
      submit="下达"
      done={close}
      cancel={close}
    >
      <Form.Item name="persons" label="年度名额（人）">
        <InputNumber min={0} max={10_000} />
      </Form.Item>
      {keysOf(structureTargets).map((key) => (
        <Form.Item key={key} name={key} label={`${structureTargets[key]}不少于（%，可以不填）`}>
          <InputNumber min={0} max={100} />
        </Form.Item>
      ))}
    </ActForm>
  )
}
