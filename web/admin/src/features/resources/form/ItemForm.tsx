import { itemForms, menuCategories } from '@zhixing/contract/resource-words.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import { Checkbox, Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { ActForm } from '../../../ui/form/ActForm.tsx'
import type { Item } from '../Menu.tsx'
import type { Resource } from '../ResourceView.tsx'
import styles from '../Resources.module.css'
import { HonourFields } from './HonourFields.tsx'

type Values = { item: Omit<Item, 'itemId' | 'ordered'> }
type Props = { resource: Resource; item: Item | undefined; done: () => void }

export function ItemForm({ resource: { unitId, resourceId, kind }, item, done }: Props) {
  const [itemId] = useState(() => item?.itemId ?? newId())
  const form = kind === 'lecturer' ? ('lecture' as const) : ('visit' as const)
  const fresh = { category: 'partySpirit' as const, form, minutes: 90, isOffered: true }
  return (
    <ActForm
      act="resources.keepItem"
      draft=""
      initial={{ item: item ?? { ...fresh, title: '', body: '', persons: null, honours: [] } }}
      input={(values: Values) => ({
        unitId,
        resourceId,
        itemId,
        item: { ...values.item, persons: values.item.persons ?? null },
      })}
      submit="保存"
      done={done}
      cancel={done}
    >
      <Form.Item
        name={['item', 'title']}
        label="名称"
        rules={[{ required: true, message: '请填写' }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name={['item', 'category']} label="类别">
          <Select options={choicesOf(menuCategories)} />
        </Form.Item>
        <Form.Item name={['item', 'form']} label="方式">
          <Select options={choicesOf(itemForms)} />
        </Form.Item>
        <Form.Item name={['item', 'minutes']} label="时长（分钟）">
          <InputNumber min={10} max={1440} precision={0} />
        </Form.Item>
        <Form.Item name={['item', 'persons']} label="每次最多人数">
          <InputNumber min={1} max={10_000} precision={0} />
        </Form.Item>
      </div>
      <Form.Item name={['item', 'body']} label="内容">
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} />
      </Form.Item>
      <HonourFields name={['item', 'honours']} />
      <Form.Item name={['item', 'isOffered']} valuePropName="checked">
        <Checkbox>可以点</Checkbox>
      </Form.Item>
    </ActForm>
  )
}
