import { resourceKinds } from '@zhixing/contract/resource-words.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import { Select } from 'antd'
import { useState } from 'react'
import { ActForm } from '../../../ui/form/ActForm.tsx'
import { ResourceFields } from './ResourceFields.tsx'
import { factsOf, initialOf, type Kind, type Values } from './values.ts'

type Props = {
  organizationId: string
  kind: Kind
  done: (key: { unitId: string; resourceId: string }) => void
}

export function FoundForm({ organizationId, kind: first, done }: Props) {
  const [kind, setKind] = useState(first)
  return (
    <>
      <p>
        登记{' '}
        <Select
          aria-label="种类"
          value={kind}
          onChange={setKind}
          options={choicesOf(resourceKinds)}
        />
      </p>
      <ActForm
        key={kind}
        act="resources.found"
        draft={`new-resource:${kind}`}
        initial={initialOf(kind)}
        input={(values: Values) => ({ organizationId, resource: factsOf(kind, values) })}
        submit="登记"
        done={done}
      >
        <ResourceFields kind={kind} organizationId={organizationId} />
      </ActForm>
    </>
  )
}
