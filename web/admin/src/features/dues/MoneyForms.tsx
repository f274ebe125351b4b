import { duesUses } from '@zhixing/contract/dues-words.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import { Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useOrganization } from '../../app/organization.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { needed } from '../../ui/form/needed.ts'
import { fenOf } from './fen.ts'

type Close = { close: () => void }

function Amount() {
  return (
    <Form.Item
      name="amount"
      label="金额（元）"
      rules={[
        { required: true, message: '写明金额' },
        { pattern: /^\d{1,7}(\.\d{1,2})?$/, message: '写成 30 或 30.50' },
      ]}
    >
      <Input inputMode="decimal" />
    </Form.Item>
  )
}

function Voucher() {
  return (
    <Form.Item name="voucher" label="凭证号" rules={needed('写上凭证号')}>
      <Input maxLength={100} />
    </Form.Item>
  )
}

export function Remit({ quarter, close }: Close & { quarter: string }) {
  const { organizationId } = useOrganization()
  return (
    <DetailPanel title={`上缴 ${quarter.replace('-Q', ' 年第 ')} 季度党费`} open onClose={close}>
      <ActForm
        act="dues.remit"
        draft=""
        initial={{}}
        input={({ voucher }: { voucher: string }) => ({ organizationId, quarter, voucher })}
        submit="登记上缴"
        done={close}
        cancel={close}
      >
        <Voucher />
      </ActForm>
    </DetailPanel>
  )
}

type Use = {
  amount: string
  use: keyof typeof duesUses
  text: string
  decision: string
  voucher: string
}

export function Spend({ close }: Close) {
  const { organizationId } = useOrganization()
  const [formId] = useState(newId)
  return (
    <DetailPanel title="登记党费使用" open onClose={close}>
      <ActForm
        act="dues.spend"
        draft={`dues-use:${organizationId}`}
        initial={{ use: 'education' }}
        input={({ amount, ...values }: Use) => ({
          organizationId,
          formId,
          fen: fenOf(amount) ?? 0,
          ...values,
        })}
        submit="登记"
        done={close}
        cancel={close}
      >
        <Form.Item name="use" label="用途">
          <Select options={choicesOf(duesUses)} />
        </Form.Item>
        <Amount />
        <Form.Item name="text" label="用在哪里" rules={needed('写明用在哪里')}>
          <Input maxLength={200} placeholder="例：购买学习读本 20 册" />
        </Form.Item>
        <Form.Item name="decision" label="何时集体研究" rules={needed('写明集体研究情况')}>
          <Input maxLength={200} placeholder="例：7 月 3 日支委会研究同意" />
        </Form.Item>
        <Voucher />
      </ActForm>
    </DetailPanel>
  )
}

type Back = { amount: string; toId: string; voucher: string }
type BackProps = Close & { below: { organizationId: string; name: string }[] }

export function GiveBack({ below, close }: BackProps) {
  const { organizationId } = useOrganization()
  const [formId] = useState(newId)
  return (
    <DetailPanel title="返还下级党费" open onClose={close}>
      <ActForm
        act="dues.giveBack"
        draft=""
        initial={{}}
        input={({ amount, ...values }: Back) => ({
          organizationId,
          formId,
          fen: fenOf(amount) ?? 0,
          ...values,
        })}
        submit="登记返还"
        done={close}
        cancel={close}
      >
        <Form.Item name="toId" label="返还给谁" rules={needed('选下级党组织')}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={below.map((one) => ({ value: one.organizationId, label: one.name }))}
          />
        </Form.Item>
        <Amount />
        <Voucher />
      </ActForm>
    </DetailPanel>
  )
}
