import { transferReasons } from '@zhixing/contract/transfer-words.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import { useNavigate } from '@tanstack/react-router'
import { Form, Input, Radio, Select } from 'antd'
import { useOrganization } from '../../app/organization.ts'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { needed } from '../../ui/form/needed.ts'
import { HostSelect } from '../floating/HostSelect.tsx'
import { MemberKeySelect } from '../floating/MemberKeySelect.tsx'

type Values = {
  who: string
  where: 'here' | 'outside'
  organizationId?: string
  outside?: string
  contact?: string
  reason: keyof typeof transferReasons
  note?: string
}
type Props = { who: string | undefined; close: () => void }

/** By the branch itself: its word is given with it, the committee above issues the letter. */
export function OutForm({ who, close }: Props) {
  const { organizationId: here } = useOrganization()
  const navigate = useNavigate()
  return (
    <ActForm
      act="transfers.start"
      draft={who ? `transfer:${who}` : 'new-transfer'}
      initial={{ where: 'here', reason: 'work', ...(who ? { who } : {}) }}
      input={inputOf}
      submit="提交"
      done={(key) => void navigate({ to: '/transfers/$unitId/$transferId', params: key })}
      cancel={close}
    >
      <Form.Item name="who" label="党员" rules={needed('选党员')} hidden={who !== undefined}>
        <MemberKeySelect organizationId={here} />
      </Form.Item>
      <Form.Item name="where" label="转到哪里">
        <Radio.Group
          options={[
            { value: 'here', label: '平台内的党支部' },
            { value: 'outside', label: '平台外' },
          ]}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['where']}>
        {({ getFieldValue }) =>
          getFieldValue('where') === 'outside' ? (
            <Form.Item name="outside" label="接收党组织全称" rules={needed('写明接收党组织')}>
              <Input maxLength={100} placeholder="介绍信抬头" />
            </Form.Item>
          ) : (
            <Form.Item name="organizationId" label="接收党支部" rules={needed('选接收党支部')}>
              <HostSelect />
            </Form.Item>
          )
        }
      </Form.Item>
      <Form.Item name="contact" label="接收方联系方式">
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="reason" label="原因" rules={needed('选原因')}>
        <Select options={choicesOf(transferReasons)} />
      </Form.Item>
      <Form.Item name="note" label="说明">
        <Input.TextArea maxLength={300} autoSize={{ minRows: 2 }} />
      </Form.Item>
    </ActForm>
  )
}

function inputOf({ who, where, organizationId, outside = '', contact = '', ...wish }: Values) {
  const [unitId = '', memberId = ''] = who.split('~')
  const isHere = where === 'here'
  return {
    unitId,
    memberId,
    destination: {
      organizationId: isHere ? (organizationId ?? null) : null,
      outside: isHere ? '' : outside,
      contact,
    },
    reason: wish.reason,
    note: wish.note ?? '',
  }
}
