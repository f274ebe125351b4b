import { ranks } from '@zhixing/contract/profile-words.ts'
import { cohorts, posts, sectors } from '@zhixing/contract/words.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import { Form, Select } from 'antd'

type Name = (string | number)[]

const fields = [
  { key: 'cohorts', label: '对象：哪类党员（不选为全部）', words: cohorts },
  { key: 'posts', label: '对象：什么岗位', words: posts },
  { key: 'ranks', label: '对象：什么层次', words: ranks },
  { key: 'sectors', label: '对象：什么领域', words: sectors },
] as const

/** For whom, by kind, post, tier and field; each that is given must hold. */
export function AudienceFields({ name }: { name: Name }) {
  return fields.map(({ key, label, words }) => (
    <Form.Item key={key} name={[...name, key]} label={label}>
      <Select
        mode="multiple"
        allowClear
        placeholder="不限"
        options={choicesOf<string>(words)}
        showSearch={{ optionFilterProp: 'label' }}
      />
    </Form.Item>
  ))
}
