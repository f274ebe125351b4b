import type { EntryOf, Output } from '@zhixing/contract'
import { packageStandards } from '@zhixing/contract/package-words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useOrganization } from '../../app/organization.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { Page } from '../../ui/Page.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { Filters } from '../../ui/list/Filters.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import { SearchText } from '../../ui/list/SearchText.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { BringPackage } from './BringPackage.tsx'
import { PackagePanel } from './PackagePanel.tsx'

type PackageRow = Output<EntryOf<'packages.list'>>['rows'][number]

const size = 50

/** Courses made elsewhere: what they are, how large, and who learns from them. */
export function PackagesPage() {
  const { organizationId } = useOrganization()
  const { open, job, page = 1, text } = useSearch({ from: '/shell/packages' })
  const change = useSearchChange()
  const close = () => change({ open: undefined, job: undefined })
  const answer = useAnswer('packages.list', { organizationId, page, size, text: text ?? '' })
  return (
    <Page>
      <Answered answer={answer}>
        {({ rows, total, mayKeep }) => {
          const chosen = rows.find(({ packageId }) => packageId === open)
          return (
            <>
              <Sentence
                note="SCORM 1.2 和 2004 课件包：逐个文件检查，合格才入库；播放与平台隔开。"
                step={
                  mayKeep ? (
                    <Button type="primary" onClick={() => change({ open: 'new' })}>
                      上传课件包
                    </Button>
                  ) : null
                }
              >
                课件包 <Count of={total} /> 个，学过{' '}
                <Count of={rows.reduce((sum, { learners }) => sum + learners, 0)} /> 人次。
              </Sentence>
              <Filters>
                <SearchText label="找课件包" placeholder="名称" text={text} />
              </Filters>
              {total === 0 ? <NoPackages /> : <Packages rows={rows} page={page} total={total} />}
              <DetailPanel
                title={chosen?.title ?? '上传课件包'}
                open={chosen !== undefined || job !== undefined || (open === 'new' && mayKeep)}
                onClose={close}
              >
                {chosen ? (
                  <PackagePanel unitId={chosen.unitId} packageId={chosen.packageId} close={close} />
                ) : null}
                {!chosen ? <BringPackage job={job} /> : null}
              </DetailPanel>
            </>
          )
        }}
      </Answered>
    </Page>
  )
}

function NoPackages() {
  return (
    <Empty title="还没有课件包" example="“党章学习”，SCORM 1.2，12 课，86 MB。">
      从课件制作工具导出 SCORM 1.2 或 2004 的 .zip，上传后党员在手机上点开就能学。
    </Empty>
  )
}

function Packages({ rows, page, total }: { rows: PackageRow[]; page: number; total: number }) {
  return (
    <>
      <DataList label="课件包" columns={columns} rows={rows} keyOf={({ packageId }) => packageId} />
      <Pager page={page} size={size} total={total} />
    </>
  )
}

const columns: Column<PackageRow>[] = [
  {
    key: 'title',
    title: '课件包',
    width: 'minmax(12rem, 2fr)',
    narrow: true,
    cell: ({ packageId, title }) => <LineLink open={packageId}>{title}</LineLink>,
  },
  {
    key: 'standard',
    title: '标准',
    width: '8rem',
    cell: ({ standard }) => packageStandards[standard],
  },
  { key: 'lessons', title: '条目', width: '4rem', number: true, cell: ({ lessons }) => lessons },
  {
    key: 'bytes',
    title: '大小',
    width: '6rem',
    spare: true,
    number: true,
    cell: ({ bytes }) => `${Math.max(1, Math.round(bytes / 1_048_576))} MB`,
  },
  {
    key: 'by',
    title: '上传组织',
    width: '10rem',
    cell: ({ organizationName }) => organizationName,
  },
  {
    key: 'learners',
    title: '在学',
    width: '4.5rem',
    number: true,
    narrow: true,
    cell: ({ learners }) => learners,
  },
  { key: 'done', title: '有学完', width: '4.5rem', number: true, cell: ({ done }) => done },
]
