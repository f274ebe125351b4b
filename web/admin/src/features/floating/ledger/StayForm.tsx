import type { Draft, EntryOf } from '@zhixing/contract'
import { stayRanges, stayReasons } from '@zhixing/contract/floating-words.ts'
import { ActForm } from '../../../ui/form/ActForm.tsx'
import { ChoiceItem, DayItem, TextItem } from '../fields.tsx'
import type { FormProps } from './FloatingPanel.tsx'

type Stay = Draft<EntryOf<'floating.register'>>['stay']

/** No draft is kept: there is a phone number in it. */
export function StayForm({ shown, close }: FormProps) {
  const { unitId, memberId, version, stay, since, destination } = shown
  const initial: Partial<Stay> = stay ?? { since, destination, range: 'nation', reason: 'work' }
  return (
    <ActForm
      act="floating.register"
      draft=""
      initial={initial}
      input={(values: Stay) => ({
        unitId,
        memberId,
        version,
        stay: { ...values, duesPaidTo: values.duesPaidTo || null },
      })}
      submit="保存"
      done={close}
      cancel={close}
    >
      <DayItem name="since" label="外出日期" />
      <ChoiceItem name="reason" label="外出原因" words={stayReasons} />
      <ChoiceItem name="range" label="外出范围" words={stayRanges} />
      <TextItem name="destination" label="流向（省市县）" required />
      <TextItem name="address" label="详细住址" />
      <TextItem name="phone" label="外出期间的联系电话" max={60} />
      <TextItem name="hostName" label="流入地党组织" />
      <TextItem name="hostContact" label="流入地党组织联系方式" />
      <TextItem name="certificate" label="流动党员活动证编号（有则填）" max={40} />
      <TextItem name="duesPaidTo" label="党费交至（年-月）" max={7} placeholder="2026-05" />
    </ActForm>
  )
}
