import { organizationKinds } from '@zhixing/contract/words.ts'
import { Form, Input } from 'antd'
import { ActForm } from '../../../ui/form/ActForm.tsx'
import type { FormProps, Kind } from '../types.ts'
import { FactFields, factsOf, type FactValues } from './FactFields.tsx'

const kinds = Object.keys(organizationKinds).filter(isKind)

export function ChangeForm({ shown, close }: FormProps) {
  const { organization } = shown
  const { id, version, code, employerCode, foundedOn } = organization
  return (
    <ActForm
      act="organizations.change"
      draft={`change:${id}:${version}`}
      initial={{
        ...organization,
        code: code ?? '',
        employerCode: employerCode ?? '',
        foundedOn: foundedOn ?? '',
      }}
      submit="保存"
      input={(values: FactValues) => ({ organizationId: id, version, ...factsOf(values) })}
      done={close}
      cancel={close}
    >
      <FactFields kinds={kinds} />
      <Form.Item name="reason" label="为什么改（记入沿革）">
        <Input />
      </Form.Item>
    </ActForm>
  )
}

function isKind(kind: string): kind is Kind {
  return kind in organizationKinds
}
