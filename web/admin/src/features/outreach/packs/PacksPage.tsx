import type { EntryOf, Output } from '@zhixing/contract'
import { newId } from '@zhixing/kit/new-id.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
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
import { DataList } from '../../../ui/list/DataList.tsx'
import { LineLink } from '../../../ui/list/LineLink.tsx'
import { Pager } from '../../../ui/list/Pager.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { useSearchChange } from '../../../ui/use-search-change.ts'
import { usePage } from '../../../ui/list/use-page.ts'
import { Parts } from '../Parts.tsx'
import { PackForm } from './PackForm.tsx'

export type Pack = Output<EntryOf<'outreach.packs'>>['rows'][number]

const size = 50

const columns: Column<Pack>[] = [
  {
    key: 'title',
    title: '资料包',
    width: 'minmax(8rem, 1fr)',
    narrow: true,
    cell: ({ packId, title }) => <LineLink open={packId}>{title}</LineLink>,
  },
  { key: 'by', title: '整理', width: 'minmax(8rem, 1fr)', cell: (row) => row.organizationName },
  {
    key: 'items',
    title: '清单',
    width: 'minmax(10rem, 2fr)',
    narrow: true,
    cell: ({ items }) => items.map(({ title, copies }) => `${title}×${String(copies)}`).join('、'),
  },
]

/** What is put together once and carried to many doors. */
export function PacksPage() {
  const { organizationId } = useOrganization()
  const { open } = useSearch({ from: '/shell/outreach/packs' })
  const change = useSearchChange()
  const may = useMay()
  const [page] = usePage()
  const answer = useAnswer('outreach.packs', { organizationId, page, size })
  const step = may('outreach.manage') ? (
    <Button type="primary" onClick={() => change({ open: 'new' })}>
      整理一个资料包
    </Button>
  ) : null
  const close = () => change({ open: undefined })
  return (
    <Page>
      <Parts />
      <Answered answer={answer}>
        {({ rows, total }) => (
          <>
            {total === 0 ? (
              <Empty
                title="还没有资料包"
                example="三季度资料包：新修订党章 1 份、送学信 1 份。"
                step={step}
              >
                把送学要带的书、文件、送学信列成清单，一次整理，各轮共用；排轮次时算出共需多少份。
              </Empty>
            ) : (
              <>
                <Sentence note="改清单不影响已经送到的记录" step={step}>
                  有 <Count of={total} /> 个资料包可用。
                </Sentence>
                <DataList
                  label="资料包"
                  columns={columns}
                  rows={rows}
                  keyOf={({ packId }) => packId}
                />
                <Pager page={page} size={size} total={total} />
              </>
            )}
            <PackPanel
              pack={rows.find(({ packId }) => packId === open)}
              isNew={open === 'new'}
              close={close}
            />
          </>
        )}
      </Answered>
    </Page>
  )
}

type PanelProps = { pack: Pack | undefined; isNew: boolean; close: () => void }

function PackPanel({ pack, isNew, close }: PanelProps) {
  const may = useMay()
  const [packId] = useState(newId)
  const { mutate, isPending } = useAct('outreach.endPack')
  return (
    <DetailPanel
      title={pack?.title ?? '整理一个资料包'}
      open={isNew || pack !== undefined}
      onClose={close}
    >
      <PackForm
        key={pack?.packId ?? packId}
        packId={pack?.packId ?? packId}
        pack={pack}
        done={close}
      />
      {pack && may('outreach.manage') ? (
        <Button
          type="link"
          loading={isPending}
          onClick={() => mutate({ unitId: pack.unitId, packId: pack.packId }, { onSuccess: close })}
        >
          停用这个资料包
        </Button>
      ) : null}
    </DetailPanel>
  )
}
