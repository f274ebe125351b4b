import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import { Checkbox, Form, Input, InputNumber, Select } from 'antd'
import styles from '../Resources.module.css'
import { houseTypes, typesOf } from '../words.ts'
import { HonourFields } from './HonourFields.tsx'
import { LecturerFields } from './LecturerFields.tsx'
import { OpeningFields } from './OpeningFields.tsx'
import type { Kind } from './values.ts'

/** The fields of a resource; what only one kind has comes with that kind. */
export function ResourceFields({ kind, organizationId }: { kind: Kind; organizationId: string }) {
  const isPlace = kind === 'room' || kind === 'base'
  return (
    <>
      <Form.Item
        name={['resource', 'name']}
        label={kind === 'lecturer' ? '姓名' : '名称'}
        rules={[{ required: true, message: '请填写' }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name={['resource', 'details', 'type']} label="类型" hidden={kind === 'kit'}>
        <Select options={choicesOf(typesOf[kind])} />
      </Form.Item>
      {kind === 'lecturer' ? <LecturerFields /> : null}
      {kind === 'kit' ? (
        <Form.Item name={['resource', 'details', 'model']} label="型号">
          <Input maxLength={200} />
        </Form.Item>
      ) : null}
      <Form.Item
        name={['resource', 'feature']}
        label={kind === 'base' ? '特色（一基地一特色，必填）' : '特色'}
      >
        <Input maxLength={200} />
      </Form.Item>
      {isPlace ? <PlaceFields /> : null}
      {kind === 'lecturer' ? null : (
        <Form.Item name={['resource', 'count']} label="同时可供几家使用">
          <InputNumber min={1} max={1000} precision={0} />
        </Form.Item>
      )}
      <OpeningFields />
      <HonourFields name={['resource', 'honours']} />
      <PartOf organizationId={organizationId} />
      <Form.Item name={['resource', 'isShared']} valuePropName="checked">
        <Checkbox>共享：其他单位的支部也可以点单</Checkbox>
      </Form.Item>
      <Form.Item name={['resource', 'isRed']} valuePropName="checked" hidden={!isPlace}>
        <Checkbox>列入红色资源目录</Checkbox>
      </Form.Item>
    </>
  )
}

function PlaceFields() {
  return (
    <>
      <Form.Item name={['resource', 'seats']} label="容纳人数">
        <InputNumber min={1} max={100_000} precision={0} />
      </Form.Item>
      <Form.Item name={['resource', 'details', 'equipment']} label="设施设备（每行一项）">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Form.Item>
      <Form.Item name={['resource', 'details', 'openingRules']} label="开放规则">
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={1000} />
      </Form.Item>
      <Form.Item name={['resource', 'details', 'criteria']} label="示范标准（示范点填写）">
        <Input.TextArea autoSize={{ minRows: 1 }} maxLength={1000} />
      </Form.Item>
      <Form.Item name={['resource', 'spot', 'address']} label="地址">
        <Input maxLength={200} />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name={['resource', 'spot', 'latitude']} label="北纬（度）">
          <InputNumber min={-90} max={90} step={0.001} />
        </Form.Item>
        <Form.Item name={['resource', 'spot', 'longitude']} label="东经（度）">
          <InputNumber min={-180} max={180} step={0.001} />
        </Form.Item>
      </div>
    </>
  )
}

/** A room of an academy, a lecturer of a lesson study. */
function PartOf({ organizationId }: { organizationId: string }) {
  const asked = { organizationId, from: 'own', size: 200 } as const
  const answer = useAnswer('resources.list', asked)
  const houses = (answer.data?.rows ?? []).filter(({ type }) => houseTypes.includes(type))
  return (
    <Form.Item name={['resource', 'partOfId']} label="属于哪个机构" hidden={houses.length === 0}>
      <Select
        allowClear
        options={houses.map(({ resourceId, name }) => ({ value: resourceId, label: name }))}
      />
    </Form.Item>
  )
}
