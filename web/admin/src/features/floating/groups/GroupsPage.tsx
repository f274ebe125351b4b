import type { EntryOf, Output } from '@zhixing/contract'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useMay } from '../../../app/me.ts'
import { useOrganization } from '../../../app/organization.ts'
import { DetailPanel } from '../../../ui/DetailPanel.tsx'
import { Page } from '../../../ui/Page.tsx'
import { ActForm } from '../../../ui/form/ActForm.tsx'
import { DataList } from '../../../ui/list/DataList.tsx'
import { LineLink } from '../../../ui/list/LineLink.tsx'
import { Pager } from '../../../ui/list/Pager.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { Parts } from '../Parts.tsx'
import { TextItem } from '../fields.tsx'
import { GroupPanel } from './GroupPanel.tsx'

type Row = Output<EntryOf<'floatingWork.groups'>>['rows'][number]

const size = 50

const columns: Column<Row>[] = [
  {
    key: 'name',
    title: '管理群',
    width: 'minmax(9rem, 1.5fr)',
    narrow: true,
    cell: ({ unitId, groupId, name }) => <LineLink open={`${unitId}~${groupId}`}>{name}</LineLink>,
  },
  {
    key: 'organization',
    title: '党组织',
    width: 'minmax(8rem, 1fr)',
    cell: ({ organizationName }) => organizationName,
  },
  {
    key: 'destination',
    title: '流向',
    width: '8rem',
    cell: ({ destination }) => destination || '不限',
  },
  { key: 'keeper', title: '管理员', width: '7rem', cell: ({ keeper }) => keeper },
  {
    key: 'people',
    title: '人数',
    width: '4rem',
    number: true,
    narrow: true,
    cell: (row) => row.people,
  },
  { key: 'notices', title: '通知', width: '4rem', number: true, cell: (row) => row.notices },
]

/** Groups of members who are away; who is in them follows from the ledger. */
export function GroupsPage() {
  const { organizationId } = useOrganization()
  const { page = 1, open } = useSearch({ from: '/shell/floating/groups' })
  const may = useMay()
  const [isOpening, setIsOpening] = useState(false)
  const answer = useAnswer('floatingWork.groups', { organizationId, page, size })
  const step = may('floating.keep') ? (
    <Button type="primary" onClick={() => setIsOpening(true)}>
      建管理群
    </Button>
  ) : null
  return (
    <Page>
      <Parts />
      <Answered answer={answer}>
        {({ rows, total }) =>
          total === 0 ? (
            <Empty
              title="还没有管理群"
              example="“临江务工群”，12 人，管理员是支部书记。"
              step={step}
            >
              群里是本组织的流动党员，或去往同一地的；名单随台账变化，通知发到每个人的收件箱。
            </Empty>
          ) : (
            <>
              <Sentence note="名单随台账即时变化，不用手工增减" step={step}>
                <Count of={total} /> 个管理群，共{' '}
                <Count of={rows.reduce((sum, { people }) => sum + people, 0)} /> 人次。
              </Sentence>
              <DataList
                label="管理群"
                columns={columns}
                rows={rows}
                keyOf={({ groupId }) => groupId}
              />
              <Pager page={page} size={size} total={total} />
            </>
          )
        }
      </Answered>
      <GroupPanel open={open} />
      {isOpening ? <OpenGroup close={() => setIsOpening(false)} /> : null}
    </Page>
  )
}

type Values = { name: string; destination?: string; keeper: string }

function OpenGroup({ close }: { close: () => void }) {
  const { organizationId } = useOrganization()
  return (
    <DetailPanel title="建管理群" open onClose={close}>
      <ActForm
        act="floatingWork.openGroup"
        draft="group"
        initial={{}}
        input={(values: Values) => ({ organizationId, ...values })}
        submit="建群"
        done={close}
        cancel={close}
      >
        <TextItem name="name" label="群名" required max={100} />
        <TextItem
          name="destination"
          label="只收去往这里的（不填则全部流动党员）"
          placeholder="例：临江"
        />
        <TextItem name="keeper" label="管理员" required />
      </ActForm>
    </DetailPanel>
  )
}
