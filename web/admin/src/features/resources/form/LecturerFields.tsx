import { lecturerOrigins, titleRanks } from '@zhixing/contract/resource-words.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import { Form, Input, Select } from 'antd'
import { useOrganization } from '../../../app/organization.ts'
import { MemberSelect } from '../../organizations/forms/MemberSelect.tsx'
import styles from '../Resources.module.css'

const details = ['resource', 'details']

export function LecturerFields() {
  const { organizationId } = useOrganization()
  const origin: unknown = Form.useWatch([...details, 'origin'])
  return (
    <>
      <div className={styles.pair}>
        <Form.Item name={[...details, 'origin']} label="来源">
          <Select options={choicesOf(lecturerOrigins)} />
        </Form.Item>
        <Form.Item name={[...details, 'rank']} label="职称（决定讲课费上限）">
          <Select options={choicesOf(titleRanks)} />
        </Form.Item>
      </div>
      {origin === 'external' ? null : (
        <Form.Item
          name={[...details, 'memberId']}
          label="花名册中的党员（讲课自动记学时）"
          extra="外单位的人不选"
        >
          <MemberSelect organizationId={organizationId} />
        </Form.Item>
      )}
      <Form.Item name={[...details, 'employer']} label="单位职务">
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name={[...details, 'subjects']} label="专题（每行一个）">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Form.Item>
      <Form.Item name={[...details, 'audience']} label="适合对象">
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name={[...details, 'term', 'by']} label="由谁聘任（内部讲师填写）">
        <Input maxLength={200} placeholder="县委组织部" />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name={[...details, 'term', 'from']} label="聘期开始">
          <Input type="date" />
        </Form.Item>
        <Form.Item name={[...details, 'term', 'until']} label="聘期结束">
          <Input type="date" />
        </Form.Item>
      </div>
    </>
  )
}
