import { educations, ethnicities } from '@zhixing/contract/codes.ts'
import { employments, sexes, stages } from '@zhixing/contract/words.ts'
import { Checkbox, Form, Input, Select } from 'antd'
import styles from './FactFields.module.css'
import { readIdNumber } from './id-number.ts'

/** The fields of the official form, in its order. Days are typed: a calendar that opens in 1957 helps nobody. */
export function FactFields() {
  const form = Form.useFormInstance()
  const fill = (typed: string) => {
    const read = readIdNumber(typed)
    if (!read) return
    form.setFieldValue(['facts', 'bornOn'], read.bornOn)
    form.setFieldValue(['facts', 'sex'], read.sex)
  }
  return (
    <div className={styles.fields}>
      <Form.Item
        name={['facts', 'name']}
        label="姓名"
        rules={[{ required: true, message: '请填写姓名' }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item
        name={['facts', 'idNumber']}
        label="公民身份证号"
        rules={[{ required: true, message: '请填写身份证号' }]}
      >
        <Input maxLength={40} inputMode="text" onChange={({ target }) => fill(target.value)} />
      </Form.Item>
      <Choice name="sex" label="性别" words={sexes} />
      <DayField name="bornOn" label="出生日期" required />
      <Choice name="ethnicity" label="民族" words={ethnicities} />
      <Choice name="education" label="学历" words={educations} />
      <Choice name="stage" label="人员类别" words={stages} />
      <DayField name="joinedOn" label="加入党组织日期" required />
      <DayField name="confirmedOn" label="转为正式党员日期" />
      <Form.Item name={['facts', 'occupation']} label="工作岗位">
        <Input maxLength={200} />
      </Form.Item>
      <Choice name="employment" label="从业状况" words={employments} />
      <Form.Item name={['facts', 'phone']} label="联系电话">
        <Input maxLength={60} inputMode="tel" />
      </Form.Item>
      <Form.Item name={['facts', 'address']} label="家庭住址" className={styles['wide'] ?? ''}>
        <Input maxLength={200} />
      </Form.Item>
      <DayField name="floatingSince" label="外出日期（流动党员）" />
      <Form.Item name={['facts', 'floatingTo']} label="外出流向（省市县）">
        <Input maxLength={200} />
      </Form.Item>
      <DayField name="lostSince" label="失去联系日期" />
      <Form.Item name={['facts', 'isSuspended']} valuePropName="checked" label="党籍状态">
        <Checkbox>停止党籍</Checkbox>
      </Form.Item>
    </div>
  )
}

type FieldProps = { name: string; label: string }

function Choice({ name, label, words }: FieldProps & { words: Readonly<Record<string, string>> }) {
  const options = Object.entries(words).map(([value, word]) => ({ value, label: word }))
  return (
    <Form.Item name={['facts', name]} label={label}>
      <Select options={options} showSearch={{ optionFilterProp: 'label' }} />
    </Form.Item>
  )
}

function DayField({ name, label, required = false }: FieldProps & { required?: boolean }) {
  return (
    <Form.Item
      name={['facts', name]}
      label={label}
      rules={[
        { required, message: `请填写${label}` },
        { pattern: /^\d{4}-\d{2}-\d{2}$/, message: '请写成 2020-01-31 的样子' },
      ]}
      normalize={(text: string) => text.replace(/[./年月]/g, '-').replace(/日$/, '')}
    >
      <Input placeholder="2020-01-31" maxLength={12} inputMode="numeric" />
    </Form.Item>
  )
}
