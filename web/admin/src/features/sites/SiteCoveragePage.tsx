import type { EntryOf, Output } from '@zhixing/contract'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useOrganization } from '../../app/organization.ts'
import { Page } from '../../ui/Page.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import type { Column } from '../../ui/list/columns.ts'
import styles from '../resources/Resources.module.css'
import { SiteBar } from './SiteBar.tsx'
import { shareWord } from './words.ts'

type Coverage = Output<EntryOf<'sites.coverage'>>
type Row = Coverage['rows'][number]

const columns: Column<Row>[] = [
  {
    key: 'name',
    title: '党组织',
    width: 'minmax(9rem, 1fr)',
    narrow: true,
    cell: ({ name }) => name,
  },
  {
    key: 'share',
    title: '覆盖率',
    width: '8rem',
    narrow: true,
    cell: ({ villages }) => shareWord(villages),
  },
  {
    key: 'without',
    title: '还没有能用的站点',
    width: 'minmax(12rem, 3fr)',
    cell: ({ without, villages: { part, of } }) =>
      of - part > without.length
        ? `${without.join('、')}等 ${String(of - part)} 个`
        : without.join('、'),
  },
]

/** Which villages and communities have a site that works, and how well the sites are equipped. */
export function SiteCoveragePage() {
  const { organizationId } = useOrganization()
  const answer = useAnswer('sites.coverage', { organizationId })
  return (
    <Page>
      <Answered answer={answer}>
        {(coverage) => (
          <>
            <Sentence note="没有停用、有在用播放设备的站点才算能用；讲习所不要求设备。">
              {coverage.villages.percent === null ? (
                '这里没有村和社区。'
              ) : (
                <>
                  <Count of={coverage.villages.of} /> 个村、社区，
                  <Count of={coverage.villages.part} /> 个有能用的站点，覆盖{' '}
                  <Count of={`${String(coverage.villages.percent)}%`} />。
                </>
              )}
            </Sentence>
            <SiteBar />
            <Equipped coverage={coverage} />
            {coverage.rows.length === 0 ? (
              <Empty title="下级没有村和社区" example="红溪镇党委，覆盖率 92%，还差蓝溪村。">
                站到县、乡镇一级，就能看到下级各村的覆盖情况。
              </Empty>
            ) : (
              <DataList
                label="站点覆盖"
                columns={columns}
                rows={coverage.rows}
                keyOf={(row) => row.organizationId}
              />
            )}
          </>
        )}
      </Answered>
    </Page>
  )
}

function Equipped({ coverage }: { coverage: Coverage }) {
  const { computers, displays, renewed, valueCents, years, clause } = coverage
  return (
    <dl className={styles.facts}>
      <dt>配了电脑</dt>
      <dd>{shareWord(computers)}</dd>
      <dt>配了电视</dt>
      <dd>{shareWord(displays)}</dd>
      <dt>已更新</dt>
      <dd title={clause}>
        {shareWord(renewed)}，购置不满 {years} 年的设备
      </dd>
      <dt>设备价值</dt>
      <dd>{(valueCents / 100).toLocaleString('zh-CN')} 元</dd>
    </dl>
  )
}
