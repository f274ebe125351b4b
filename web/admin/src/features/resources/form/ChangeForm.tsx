import { ActForm } from '../../../ui/form/ActForm.tsx'
import type { Resource } from '../ResourceView.tsx'
import { ResourceFields } from './ResourceFields.tsx'
import { factsOf, valuesOf, type Values } from './values.ts'

export function ChangeForm({ resource, done }: { resource: Resource; done: () => void }) {
  const { unitId, resourceId, version, kind, organizationId } = resource
  return (
    <ActForm
      act="resources.change"
      draft={`resource:${resourceId}:${version}`}
      initial={valuesOf(resource)}
      input={(values: Values) => ({
        unitId,
        resourceId,
        version,
        resource: keepMember(factsOf(kind, values), resource),
      })}
      submit="保存"
      done={done}
      cancel={done}
    >
      <ResourceFields kind={kind} organizationId={organizationId} />
    </ActForm>
  )
}

/** Who the lecturer is among the members has no field here, and stays as it was. */
function keepMember(facts: ReturnType<typeof factsOf>, { details }: Resource) {
  return facts.details.kind === 'lecturer' && details.kind === 'lecturer'
    ? { ...facts, details: { ...facts.details, memberId: details.memberId } }
    : facts
}
