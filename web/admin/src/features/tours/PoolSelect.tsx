import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Select } from 'antd'

type Props = {
  id?: string
  organizationId: string
  kind: 'lecturer' | 'room'
  value?: string
  onChange?: (resourceId: string) => void
}

const size = 200

/** A lecturer or a hall of the pool, ours or shared with us. */
export function PoolSelect({ id, organizationId, kind, value, onChange }: Props) {
  const { data } = useAnswer('resources.list', { organizationId, kind, size })
  return (
    <Select
      {...(id ? { id } : {})}
      {...(value ? { value } : {})}
      {...(onChange ? { onChange } : {})}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      notFoundContent="资源库里还没有"
      options={(data?.rows ?? []).map(({ resourceId, name }) => ({
        value: resourceId,
        label: name,
      }))}
    />
  )
}
