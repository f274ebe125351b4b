import { organizationKinds, sectors } from '@zhixing/contract/words.ts'
import { Form, Input, InputNumber, Select } from 'antd'
import type { Kind, Shown } from '../types.ts'

type Organization = Shown['organization']

export type FactValues = {
  name: string
  kind: Kind
  sector: Organization['sector']
  code?: string
  employer?: string
  employerCode?: string
  coveredUnits?: string[]
  tier?: number | null
  foundedOn?: string
  reason?: string
}

/** What the contract wants of the fields: what was left empty is nothing. */
export function factsOf(values: FactValues) {
  const { name, kind, sector, code, employer, employerCode, coveredUnits, tier, foundedOn } = values
  return {
    name,
    kind,
    sector,
    code: code || null,
    employer: employer ?? '',
    employerCode: employerCode || null,
    coveredUnits: coveredUnits ?? [],
    tier: tier ?? null,
    foundedOn: foundedOn || null,
    reason: values.reason ?? '',
  }
}

/** The fields of founding and changing are the same. */
export function FactFields({ kinds }: { kinds: readonly Kind[] }) {
  return (
    <>
      <Form.Item name="name" label="名称" rules={[{ required: true, message: '写上名称' }]}>
        <Input maxLength={100} autoFocus />
      </Form.Item>
      <Form.Item name="kind" label="类别" rules={[{ required: true, message: '选一个类别' }]}>
        <Select options={kinds.map((kind) => ({ value: kind, label: organizationKinds[kind] }))} />
      </Form.Item>
      <Form.Item name="sector" label="领域" rules={[{ required: true, message: '选一个领域' }]}>
        <Select options={Object.entries(sectors).map(([value, label]) => ({ value, label }))} />
      </Form.Item>
      <Form.Item name="code" label="组织代码">
        <Input />
      </Form.Item>
      <Form.Item name="employer" label="所在单位">
        <Input />
      </Form.Item>
      <Form.Item name="employerCode" label="统一社会信用代码">
        <Input maxLength={18} />
      </Form.Item>
      <Form.Item name="coveredUnits" label="覆盖的单位（联合党支部）" extra="写完一个按回车">
        <Select mode="tags" open={false} suffixIcon={null} />
      </Form.Item>
      <Form.Item name="tier" label="分级（1 要求最高，可不填）">
        <InputNumber min={1} max={5} precision={0} />
      </Form.Item>
      <Form.Item name="foundedOn" label="成立日期">
        <Input type="date" />
      </Form.Item>
    </>
  )
}
