import { Button } from 'antd'
import { useState } from 'react'
import { Section } from '../../ui/Page.tsx'
import { BelowChecks } from './BelowChecks.tsx'
import { Coverage } from './Coverage.tsx'
import type { Shown } from './types.ts'

type Props = { shown: Shown; choose: (id: string) => void }

/** So many are looked at without being asked; a province is worth a second's wait only to who wants it. */
const unaskedMost = 3000

/** How it stands with everything below. */
export function Below({ shown, choose }: Props) {
  const { organization, counts } = shown
  const [isAsked, setAsked] = useState(counts.organizations <= unaskedMost)
  if (!isAsked)
    return (
      <Section title="本级和下级的设置检查">
        <Button onClick={() => setAsked(true)}>
          检查 {counts.organizations.toLocaleString('zh-CN')} 个组织
        </Button>
      </Section>
    )
  return (
    <>
      <BelowChecks organizationId={organization.id} choose={choose} />
      <Coverage organizationId={organization.id} choose={choose} />
    </>
  )
}
