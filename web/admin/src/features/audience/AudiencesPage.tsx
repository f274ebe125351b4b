import type { EntryOf, Output } from '@zhixing/contract'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useMay } from '../../app/me.ts'
import { useOrganization } from '../../app/organization.ts'
import { Page } from '../../ui/Page.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { usePage } from '../../ui/list/use-page.ts'
import { EditAudience } from './EditAudience.tsx'
import { Parts } from './Parts.tsx'

export type Saved = Output<EntryOf<'audience.saved'>>['rows'][number]

const size = 100

const columns: Column<Saved>[] = [
  {
    key: 'name',
    title: '名称',
    width: 'minmax(8rem, 1fr)',
    narrow: true,
    cell: ({ audienceId, name }) => <LineLink open={audienceId}>{name}</LineLink>,
  },
  {
    key: 'sentence',
    title: '谁在里面',
    width: 'minmax(12rem, 2fr)',
    narrow: true,
    cell: ({ sentence }) => sentence,
  },
  {
    key: 'organization',
    title: '谁存的',
    width: 'minmax(8rem, 1fr)',
    cell: ({ organizationName, isOwn }) =>
      isOwn ? organizationName : `${organizationName}（共享）`,
  },
]

/** Whom notices, lists and watches can be for: made of conditions, saved under a name, shared downwards. */
export function AudiencesPage() {
  const { organizationId } = useOrganization()
  const { open } = useSearch({ from: '/shell/audiences' })
  const change = useSearchChange()
  const may = useMay()
  const [page] = usePage()
  const answer = useAnswer('audience.saved', { organizationId, page, size })
  const step = may('audience.save') ? (
    <Button type="primary" onClick={() => change({ open: 'new' })}>
      新建范围
    </Button>
  ) : null
  return (
    <Page>
      <Parts />
      <Answered answer={answer}>
        {({ rows, total }) => {
          const chosen = rows.find(({ audienceId }) => audienceId === open)
          if (open === 'new' || chosen)
            return (
              <EditAudience key={open} saved={chosen} close={() => change({ open: undefined })} />
            )
          return total === 0 ? (
            <Empty
              title="还没有存下的对象范围"
              example="“青年农民党员”：农村，35 岁及以下，现在 64 人。"
              step={step}
            >
              按分级、领域、群体、职务、年龄、标签选人，边选边看人数；存下后发通知、看名册、盯群体都按名称选用。
            </Empty>
          ) : (
            <>
              <Sentence note="人数随名册即时变化；上级存的范围下级都能用" step={step}>
                存有 <Count of={total} /> 个对象范围。
              </Sentence>
              <DataList
                label="对象范围"
                columns={columns}
                rows={rows}
                keyOf={({ audienceId }) => audienceId}
              />
              <Pager page={page} size={size} total={total} />
            </>
          )
        }}
      </Answered>
    </Page>
  )
}
