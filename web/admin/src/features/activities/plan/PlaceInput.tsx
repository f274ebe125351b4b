import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Input } from 'antd'
import { useOrganization } from '../../../app/organization.ts'

type Props = {
  value: string
  maxLength: number
  onChange: (event: { target: { value: string } }) => void
}

/** Any place; the rooms and sites that one has are offered, so that what was held there is counted there. */
export function PlaceInput(props: Props) {
  const { organizationId } = useOrganization()
  const { data } = useAnswer('resources.list', { organizationId, kind: 'room', size: 50 })
  return (
    <>
      <Input {...props} list="known-places" />
      <datalist id="known-places">
        {(data?.rows ?? []).map(({ resourceId, name }) => (
          <option key={resourceId} value={name} label={name} aria-label={name} />
        ))}
      </datalist>
    </>
  )
}
