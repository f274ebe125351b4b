import { packItemKinds } from '@zhixing/contract/outreach-words.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import { Button, Form, Input, InputNumber, Select } from 'antd'
import { useOrganization } from '../../../app/organization.ts'
import { ActForm } from '../../../ui/form/ActForm.tsx'
import styles from '../Outreach.module.css'
import type { Pack } from './PacksPage.tsx'

type Values = Pick<Pack, 'title' | 'items'>
type Props = { packId: string; pack: Pack | undefined; done: () => void }

export function PackForm({ packId, pack, done }: Props) {
  const { organizationId } = useOrganization()
  return (
    <ActForm
      act="outreach.keepPack"
      draft={`pack:${pack?.packId ?? 'new'}`}
      initial={{ title: pack?.title ?? '', items: pack?.items ?? [blank()] }}
      input={({ title, items }: Values) => ({
        organizationId,
        packId,
        version: pack?.version ?? 0,
        title,
        items,
      })}
      submit={pack ? '存下清单' : '整理好了'}
      done={done}
    >
      <Form.Item name="title" label="名称" rules={[{ required: true, message: '写上名称' }]}>
        <Input maxLength={100} placeholder="例：三季度资料包" />
      </Form.Item>
      <Form.List name="items">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} className={styles.item}>
                <Form.Item name={[name, 'id']} hidden>
                  <Input />
                </Form.Item>
                <Form.Item
                  name={[name, 'title']}
                  label={`第 ${String(name + 1)} 样`}
                  rules={[{ required: true, message: '写上资料名称' }]}
                >
                  <Input maxLength={100} />
                </Form.Item>
                <Form.Item name={[name, 'kind']} label="类别">
                  <Select options={choicesOf(packItemKinds)} />
                </Form.Item>
                <Form.Item name={[name, 'copies']} label="每人几份">
                  <InputNumber min={1} max={100} precision={0} />
                </Form.Item>
                <Button
                  type="link"
                  aria-label={`去掉第 ${String(name + 1)} 样`}
                  onClick={() => remove(name)}
                >
                  去掉
                </Button>
              </div>
            ))}
            <Button onClick={() => add(blank())}>再加一样</Button>
          </>
        )}
      </Form.List>
    </ActForm>
  )
}

function blank(): Pack['items'][number] {
  return { id: newId(), title: '', kind: 'book', copies: 1 }
}
