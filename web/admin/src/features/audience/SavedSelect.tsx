import type { Audience } from '@zhixing/contract'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Select } from 'antd'
import { useOrganization } from '../../app/organization.ts'

type Props = {
  value: string | undefined
  choose: (audienceId: string | undefined, audience: Audience) => void
}

/** An audience by its name: one's own, and those that are shared from above. */
export function SavedSelect({ value, choose }: Props) {
  const rows = useSaved()
  if (rows.length === 0) return null
  return (
    <Select
      allowClear
      aria-label="存下的对象范围"
      placeholder="存下的范围"
      style={{ minWidth: '10rem' }}
      {...(value ? { value } : {})}
      options={rows.map(({ audienceId, name, sentence }) => ({
        value: audienceId,
        label: `${name}（${sentence}）`,
      }))}
      onChange={(next: string | undefined) =>
        choose(next, rows.find(({ audienceId }) => audienceId === next)?.audience ?? {})
      }
    />
  )
}

export function useSaved() {
  const { organizationId } = useOrganization()
  const { data } = useAnswer('audience.saved', { organizationId, size: 200 })
  return data?.rows ?? []
}
