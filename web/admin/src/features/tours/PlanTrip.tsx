import { deliveryModes, type lecturerRoles } from '@zhixing/contract/tour-words.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import { Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useOrganization } from '../../app/organization.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { OrganizationSelect } from '../organizations/forms/OrganizationSelect.tsx'
import { PoolSelect } from './PoolSelect.tsx'
import { LecturerFields, WhenFields, momentsOf, type When } from './fields.tsx'
import { needed } from '../../ui/form/needed.ts'

type Values = When & {
  organizationId: string
  topic: string
  place: string
  offerId?: string
  seriesId?: string
  venueId?: string
  lecturerName?: string
  lecturerRole?: keyof typeof lecturerRoles
  mode: keyof typeof deliveryModes
}

/** One stop of the touring school, or one session of a series. */
export function PlanTrip({ close }: { close: () => void }) {
  const { organizationId } = useOrganization()
  const [formId] = useState(newId)
  return (
    <DetailPanel title="排一次送课" open onClose={close}>
      <ActForm
        act="tours.planTrip"
        draft={`trip:${organizationId}`}
        initial={{ from: '09:00', until: '11:00', mode: 'touring' }}
        input={({ day, from, until, offerId, seriesId, venueId, ...values }: Values) => ({
          formId,
          offerId: offerId ?? null,
          seriesId: seriesId ?? null,
          venueId: venueId ?? null,
          ...momentsOf({ day, from, until }),
          ...values,
        })}
        submit="排定"
        done={close}
        cancel={close}
      >
        <Fields organizationId={organizationId} />
      </ActForm>
    </DetailPanel>
  )
}

function Fields({ organizationId }: { organizationId: string }) {
  const offers = useAnswer('tours.offers', { organizationId, size: 200 })
  const series = useAnswer('tours.series', { organizationId, size: 200 })
  const chosen: unknown = Form.useWatch('offerId')
  return (
    <>
      <Form.Item name="organizationId" label="送到哪里" rules={needed('选党组织')}>
        <OrganizationSelect placeholder="名称、拼音或代码" />
      </Form.Item>
      <Form.Item name="topic" label="讲什么" rules={needed('写上题目')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="offerId" label="送课人（登记过的）">
        <Select
          allowClear
          options={(offers.data?.rows ?? []).map((row) => ({
            value: row.offerId,
            label: `${row.lecturerName}：${row.topics.join('、')}`,
          }))}
        />
      </Form.Item>
      {chosen ? null : <LecturerFields />}
      <WhenFields />
      <Form.Item name="venueId" label="场所库里的场所（选了就占用这段时间）">
        <PoolSelect organizationId={organizationId} kind="room" />
      </Form.Item>
      <Form.Item name="seriesId" label="属于哪个系列">
        <Select
          allowClear
          options={(series.data?.rows ?? []).map((row) => ({
            value: row.seriesId,
            label: row.title,
          }))}
        />
      </Form.Item>
      <Form.Item name="mode" label="方式">
        <Select options={choicesOf(deliveryModes)} />
      </Form.Item>
    </>
  )
}
