import type { EntryOf, Output } from '@zhixing/contract'
import { partnerFields } from '@zhixing/contract/class-words.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useMay } from '../../app/me.ts'
import { useOrganization } from '../../app/organization.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { Page } from '../../ui/Page.tsx'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { usePage } from '../../ui/list/use-page.ts'
import { ClassBar } from './ClassBar.tsx'

const size = 50

type Partner = Output<EntryOf<'partners.list'>>['rows'][number]

/** The departments that run classes with us, and how many people those have reached. */
export function PartnersPage() {
  const { organizationId } = useOrganization()
  const { open } = useSearch({ from: '/shell/classes/partners' })
  const change = useSearchChange()
  const close = () => change({ open: undefined })
  const mayKeep = useMay()('classes.keep')
  const [page] = usePage()
  const answer = useAnswer('partners.list', { organizationId, page, size })
  return (
    <Page>
      <Answered answer={answer}>
        {({ rows, total, reached }) => {
          const chosen = rows.find(({ partnerId }) => partnerId === open)
          return (
            <>
              <Sentence
                note="受益人数含群众，旁听的不计。"
                step={
                  mayKeep ? (
                    <Button type="primary" onClick={() => change({ open: 'new' })}>
                      登记合作部门
                    </Button>
                  ) : null
                }
              >
                合作部门 <Count of={total} /> 个，合办的班受益 <Count of={reached} /> 人。
              </Sentence>
              <ClassBar />
              {total === 0 ? (
                <Empty title="还没有合作部门" example="县人社局，劳动力转移培训。">
                  登记以后，申请办班时选“部门合办”，学员名单可以整批导入。
                </Empty>
              ) : (
                <>
                  <DataList
                    label="合作部门"
                    columns={columns}
                    rows={rows}
                    keyOf={({ partnerId }) => partnerId}
                  />
                  <Pager page={page} size={size} total={total} />
                </>
              )}
              <DetailPanel
                title={chosen?.name ?? '登记合作部门'}
                open={mayKeep && (chosen !== undefined || open === 'new')}
                onClose={close}
              >
                <PartnerForm key={open} close={close} {...(chosen ? { partner: chosen } : {})} />
              </DetailPanel>
            </>
          )
        }}
      </Answered>
    </Page>
  )
}

const columns: Column<Partner>[] = [
  {
    key: 'name',
    title: '部门',
    width: 'minmax(10rem, 2fr)',
    narrow: true,
    cell: ({ partnerId, name }) => <LineLink open={partnerId}>{name}</LineLink>,
  },
  { key: 'field', title: '领域', width: '12rem', cell: ({ field }) => partnerFields[field] },
  {
    key: 'contact',
    title: '联系人',
    width: '14rem',
    cell: ({ contactName, contactPhone }) => [contactName, contactPhone].filter(Boolean).join('，'),
  },
  { key: 'classes', title: '期数', width: '5rem', number: true, cell: ({ classes }) => classes },
  {
    key: 'reached',
    title: '受益人数',
    width: '6rem',
    number: true,
    narrow: true,
    cell: ({ beneficiaries }) => beneficiaries,
  },
]

type Values = Pick<Partner, 'name' | 'field' | 'contactName' | 'contactPhone'>

function PartnerForm({ partner, close }: { partner?: Partner; close: () => void }) {
  const { organizationId } = useOrganization()
  const [partnerId] = useState(() => partner?.partnerId ?? newId())
  return (
    <ActForm
      act="partners.keep"
      draft={partner ? '' : `partner:${organizationId}`}
      initial={partner ?? { field: 'labour', contactName: '', contactPhone: '' }}
      input={({ name, field, contactName, contactPhone }: Values) => ({
        name,
        field,
        contactName,
        contactPhone,
        organizationId,
        partnerId,
        version: partner?.version ?? null,
      })}
      submit="保存"
      done={close}
      cancel={close}
    >
      <Form.Item name="name" label="部门名称" rules={[{ required: true, message: '写上名称' }]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="field" label="领域">
        <Select options={choicesOf(partnerFields)} />
      </Form.Item>
      <Form.Item name="contactName" label="联系人">
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="contactPhone" label="电话">
        <Input maxLength={40} />
      </Form.Item>
    </ActForm>
  )
}
