import { dutyLevels, dutyRhythms } from '@zhixing/contract/duty-words.ts'
import { posts, sectors } from '@zhixing/contract/words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useOrganization } from '../../app/organization.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { usePage } from '../../ui/list/use-page.ts'
import { DutyBar } from './DutyBar.tsx'
import { LayForm } from './LayForm.tsx'
import { saidFor, type Template, type Templates } from './duty.ts'
import { TemplateDetail } from './TemplateDetail.tsx'

type Sort = Templates['sorts'][number]

const size = 100

/** What is asked of which sort of organization, by whom it was laid down, and since when. */
export function TemplatesPage() {
  const { organizationId } = useOrganization()
  const { open } = useSearch({ from: '/shell/duties/templates' })
  const change = useSearchChange()
  const close = () => change({ open: undefined })
  const [page] = usePage()
  const answer = useAnswer('duties.templates', { organizationId, page, size })
  return (
    <Page>
      <Answered answer={answer}>
        {({ rows, total, inForce, sorts, mayLay }) => {
          const chosen = rows.find(({ templateId }) => templateId === open)
          return (
            <>
              <Sentence
                note="按层级、分级和领域选出适用的组织；条目只停止执行、不改写，往年照旧可查。"
                step={
                  mayLay ? (
                    <Button type="primary" onClick={() => change({ open: 'new' })}>
                      定一项责任
                    </Button>
                  ) : null
                }
              >
                现行责任条目 <Count of={inForce} /> 项，组织分 <Count of={sorts.length} /> 类。
              </Sentence>
              <DutyBar hasYear={false} />
              {total === 0 ? <NoTemplates /> : <Templates rows={rows} />}
              {total > size ? <Pager page={page} size={size} total={total} /> : null}
              <Sorts sorts={sorts} />
              <DetailPanel
                title={chosen?.title ?? '定一项责任'}
                open={chosen !== undefined || (open === 'new' && mayLay)}
                onClose={close}
              >
                {chosen ? <TemplateDetail template={chosen} close={close} /> : null}
                {open === 'new' ? <LayForm close={close} /> : null}
              </DetailPanel>
            </>
          )
        }}
      </Answered>
    </Page>
  )
}

const columns: Column<Template>[] = [
  {
    key: 'title',
    title: '责任条目',
    width: 'minmax(12rem, 2fr)',
    narrow: true,
    cell: ({ templateId, title }) => <LineLink open={templateId}>{title}</LineLink>,
  },
  {
    key: 'whose',
    title: '层级与岗位',
    width: '11rem',
    cell: ({ level, post }) => `${dutyLevels[level]}${posts[post]}`,
  },
  { key: 'which', title: '适用', width: '10rem', cell: (one) => saidFor(one) },
  { key: 'rhythm', title: '频次', width: '5rem', cell: ({ rhythm }) => dutyRhythms[rhythm] },
  {
    key: 'by',
    title: '制定组织',
    width: '10rem',
    cell: ({ organizationName }) => organizationName,
  },
  {
    key: 'binds',
    title: '适用组织',
    width: '6rem',
    number: true,
    narrow: true,
    cell: ({ binds, until }) => (until && binds === 0 ? '已停止' : binds),
  },
]

function Templates({ rows }: { rows: Template[] }) {
  return (
    <DataList
      label="责任条目"
      columns={columns}
      rows={rows}
      keyOf={({ templateId }) => templateId}
    />
  )
}

const sortColumns: Column<Sort>[] = [
  {
    key: 'sort',
    title: '哪一类组织',
    width: 'minmax(10rem, 16rem)',
    narrow: true,
    cell: ({ level, tier, sector }) =>
      `${dutyLevels[level]} · ${tier ? `${tier} 级` : '未分级'} · ${sectors[sector]}`,
  },
  {
    key: 'count',
    title: '个数',
    width: '4rem',
    number: true,
    narrow: true,
    cell: ({ organizations }) => organizations,
  },
  {
    key: 'titles',
    title: '承担的责任',
    width: 'minmax(10rem, 1fr)',
    cell: ({ titles }) => titles.join('、') || '—',
  },
]

function Sorts({ sorts }: { sorts: Sort[] }) {
  return (
    <Section title="分级分类：各类组织各担什么" aside="分级在“党组织”页面登记">
      <DataList
        label="分级分类责任"
        columns={sortColumns}
        rows={sorts}
        keyOf={({ level, tier, sector }) => `${level}:${tier ?? ''}:${sector}`}
      />
    </Section>
  )
}

function NoTemplates() {
  return (
    <Empty
      title="还没有责任条目"
      example="“书记抓党建述职”，党委（党组）书记，每年一次，附述职报告。"
    >
      先定条目：哪一级、哪个岗位、多久一次、要不要佐证；系统列到每个适用的组织。
    </Empty>
  )
}
