import type { EntryOf, Output, TitleFacts } from '@zhixing/contract'
import { newId } from '@zhixing/kit/new-id.ts'
import { useState } from 'react'
import { useMe } from '../../app/me.ts'
import { useOrganization } from '../../app/organization.ts'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { TitleFields } from './fields.tsx'

type Title = Output<EntryOf<'materials.show'>>
type Key = { unitId: string; titleId: string }
type Values = Partial<Omit<TitleFacts, 'kind' | 'name' | 'priceCents'>> &
  Pick<TitleFacts, 'kind' | 'name'> & { price?: number | null }
type Props = { title?: Title; done: (key: Key) => void; cancel: () => void }

/** A title, new or reworded. */
export function TitleForm({ title, done, cancel }: Props) {
  const me = useMe()
  const { organizationId } = useOrganization()
  const [id] = useState(newId)
  const titleId = title?.titleId ?? id
  return (
    <ActForm
      act="materials.keepTitle"
      draft={title ? `title:${titleId}` : `new-title:${organizationId}`}
      initial={title ? { ...title, price: title.priceCents / 100 } : { kind: 'book' as const }}
      input={({ price, ...words }: Values) => ({
        unitId: title?.unitId ?? me.unitId,
        titleId,
        organizationId,
        version: title?.version ?? null,
        title: {
          kind: words.kind,
          name: words.name,
          author: words.author ?? '',
          publisher: words.publisher ?? '',
          code: words.code ?? '',
          year: words.year ?? null,
          minutes: words.minutes ?? null,
          summary: words.summary ?? '',
          modelId: words.modelId ?? null,
          priceCents: Math.round((price ?? 0) * 100),
        },
      })}
      submit={title ? '保存' : '登记'}
      done={done}
      cancel={cancel}
    >
      <TitleFields organizationId={organizationId} />
    </ActForm>
  )
}
