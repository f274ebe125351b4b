import { educations, ethnicities } from '@zhixing/contract/codes.ts'
import { transferReasons } from '@zhixing/contract/transfer-words.ts'
import { employments, stages } from '@zhixing/contract/words.ts'
import { thisDay } from '@zhixing/kit/format/clock.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import { useNavigate } from '@tanstack/react-router'
import { Checkbox, Form, Input, InputNumber, Select } from 'antd'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { needed } from '../../ui/form/needed.ts'
import { BranchSelect } from '../members/BranchSelect.tsx'

type Facts = {
  name: string
  idNumber: string
  ethnicity: string
  education: string
  stage: keyof typeof stages
  joinedOn: string
  confirmedOn?: string
  employment: keyof typeof employments
  occupation?: string
  phone?: string
  address?: string
}
type Values = {
  organizationId: string
  facts: Facts
  letter: { number: string; from: string; issuedOn: string; validDays: number; duesPaidTo: string }
  reason: keyof typeof transferReasons
  note?: string
  isHandedIn?: boolean
}

/** The letter that somebody brings, or of which one was told that it is on its way. */
export function InForm({ close }: { close: () => void }) {
  const navigate = useNavigate()
  return (
    <ActForm
      act="transfers.register"
      draft="incoming-letter"
      initial={{
        reason: 'moved',
        isHandedIn: true,
        letter: { ...emptyLetter, issuedOn: thisDay(), duesPaidTo: thisDay().slice(0, 7) },
        facts: { ...emptyFacts, stage: 'full', employment: 'employed', ethnicity: '01' },
      }}
      input={inputOf}
      submit="登记"
      done={(key) => void navigate({ to: '/transfers/$unitId/$transferId', params: key })}
      cancel={close}
    >
      <Form.Item name="organizationId" label="接收党支部" rules={needed('选接收党支部')}>
        <BranchSelect />
      </Form.Item>
      <LetterFields />
      <PersonFields />
      <Form.Item name="reason" label="原因" rules={needed('选原因')}>
        <Select options={choicesOf(transferReasons)} />
      </Form.Item>
      <Form.Item name="note" label="说明">
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="isHandedIn" valuePropName="checked">
        <Checkbox>本人已递交介绍信（没有递交的也先登记，以便催办）</Checkbox>
      </Form.Item>
    </ActForm>
  )
}

const emptyLetter = { number: '', from: '', validDays: 30 }
const emptyFacts = { name: '', idNumber: '', education: '21', joinedOn: '' }

function LetterFields() {
  return (
    <>
      <Form.Item name={['letter', 'number']} label="介绍信编号" rules={needed('写介绍信编号')}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name={['letter', 'from']} label="开出的党组织" rules={needed('写开出的党组织')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name={['letter', 'issuedOn']} label="开出日期" rules={needed('选日期')}>
        <Input type="date" max={thisDay()} />
      </Form.Item>
      <Form.Item name={['letter', 'validDays']} label="有效天数" rules={needed('写有效天数')}>
        <InputNumber min={1} max={365} />
      </Form.Item>
      <Form.Item name={['letter', 'duesPaidTo']} label="党费交至" rules={needed('选月份')}>
        <Input type="month" />
      </Form.Item>
    </>
  )
}

function PersonFields() {
  return (
    <>
      <Form.Item name={['facts', 'name']} label="姓名" rules={needed('填姓名')}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item
        name={['facts', 'idNumber']}
        label="公民身份证号"
        extra="出生日期和性别由号码读出；加密保存"
        rules={needed('填身份证号')}
      >
        <Input maxLength={18} />
      </Form.Item>
      <Form.Item name={['facts', 'stage']} label="人员类别">
        <Select options={choicesOf(stages)} />
      </Form.Item>
      <Form.Item name={['facts', 'joinedOn']} label="加入党组织日期" rules={needed('选日期')}>
        <Input type="date" max={thisDay()} />
      </Form.Item>
      <Form.Item name={['facts', 'confirmedOn']} label="转为正式党员日期（预备党员不填）">
        <Input type="date" max={thisDay()} />
      </Form.Item>
      <Form.Item name={['facts', 'ethnicity']} label="民族">
        <Select showSearch={{ optionFilterProp: 'label' }} options={choicesOf(ethnicities)} />
      </Form.Item>
      <Form.Item name={['facts', 'education']} label="学历">
        <Select options={choicesOf(educations)} />
      </Form.Item>
      <Form.Item name={['facts', 'employment']} label="从业状况">
        <Select options={choicesOf(employments)} />
      </Form.Item>
      <Form.Item name={['facts', 'occupation']} label="工作岗位">
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name={['facts', 'phone']} label="联系电话">
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name={['facts', 'address']} label="家庭住址">
        <Input maxLength={200} />
      </Form.Item>
    </>
  )
}

/** Sex and birthday stand in the number; where it is mistaken, the server says so at its field. */
function inputOf({ facts, note = '', isHandedIn = false, ...values }: Values) {
  const { idNumber, confirmedOn, occupation = '', phone = '', address = '', ...said } = facts
  const digits = /^\d{6}(\d{4})(\d{2})(\d{2})\d{2}(\d)/.exec(idNumber.trim())
  const bornOn = digits ? `${digits[1]}-${digits[2]}-${digits[3]}` : thisDay()
  const isMale = Number(digits?.[4] ?? 1) % 2 === 1
  const state = { isSuspended: false, lostSince: null, floatingSince: null, floatingTo: '' }
  return {
    ...values,
    note,
    isHandedIn,
    facts: {
      ...state,
      ...said,
      idNumber,
      sex: isMale ? ('male' as const) : ('female' as const),
      bornOn,
      confirmedOn: confirmedOn || null,
      occupation,
      phone,
      address,
    },
  }
}
