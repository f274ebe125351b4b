import { useSearch } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { AsOf } from './AsOf.tsx'
import { AppointForm } from './forms/AppointForm.tsx'
import { ChangeForm } from './forms/ChangeForm.tsx'
import { ElectForm } from './forms/ElectForm.tsx'
import { ExtendForm } from './forms/ExtendForm.tsx'
import { FoundForm } from './forms/FoundForm.tsx'
import { MergeForm } from './forms/MergeForm.tsx'
import { MoveForm } from './forms/MoveForm.tsx'
import { SplitForm } from './forms/SplitForm.tsx'
import type { OrganizationAct } from './route.ts'
import type { FormProps, Shown } from './types.ts'

const panels: Record<OrganizationAct, { title: string; form: ComponentType<FormProps> }> = {
  found: { title: '设立下级党组织', form: FoundForm },
  change: { title: '修改名称和信息', form: ChangeForm },
  move: { title: '划转到另一上级', form: MoveForm },
  merge: { title: '并入另一支部', form: MergeForm },
  split: { title: '分设支部', form: SplitForm },
  elect: { title: '登记换届', form: ElectForm },
  extend: { title: '延期换届', form: ExtendForm },
  appoint: { title: '登记任职', form: AppointForm },
  asOf: { title: '某一天的组织树', form: AsOf },
}

/** The form that is open beside the page; its name stands in the address, so "back" closes it. */
export function ActPanel({ shown }: { shown: Shown }) {
  const { act } = useSearch({ from: '/shell/organizations' })
  const change = useSearchChange()
  if (!act) return null
  const { title, form: Form } = panels[act]
  const close = () => change({ act: undefined })
  return (
    <DetailPanel title={`${title} · ${shown.organization.name}`} open onClose={close}>
      <Form
        key={`${shown.organization.id}:${shown.organization.version}`}
        shown={shown}
        close={close}
      />
    </DetailPanel>
  )
}
