import { Form, Input } from 'antd'
import { ActForm } from '../../../ui/form/ActForm.tsx'
import { useSearchChange } from '../../../ui/use-search-change.ts'
import { today } from '../../members/member/today.ts'
import type { FormProps } from '../types.ts'
import { FactFields, factsOf, type FactValues } from './FactFields.tsx'

export function FoundForm({ shown, close }: FormProps) {
  const { organization, mayFound } = shown
  const change = useSearchChange()
  const usual = mayFound.includes('branch') ? 'branch' : mayFound[0]
  return (
    <ActForm
      act="organizations.found"
      draft={`found:${organization.id}`}
      initial={{
        sector: organization.sector,
        foundedOn: today(),
        ...(usual ? { kind: usual } : {}),
      }}
      submit="设立"
      input={(values: FactValues) => ({ parentId: organization.id, ...factsOf(values) })}
      done={({ organizationId }) => change({ open: organizationId, act: undefined })}
      cancel={close}
    >
      <FactFields kinds={mayFound} />
      <Form.Item name="reason" label="批复文号或说明">
        <Input />
      </Form.Item>
    </ActForm>
  )
}
