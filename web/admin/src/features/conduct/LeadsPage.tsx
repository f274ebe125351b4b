import type { EntryOf, Output } from '@zhixing/contract'
import { leadResults, leadSources, leadStates } from '@zhixing/contract/conduct-words.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { keysOf } from '@zhixing/kit/words.ts'
import { useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useOrganization } from '../../app/organization.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import details from '../../ui/Details.module.css'
import { Page } from '../../ui/Page.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { FilterChoices } from '../../ui/list/FilterChoices.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { ConductBar } from './ConductBar.tsx'
import { LeadForm, LeadView } from './LeadView.tsx'

type Shown = Output<EntryOf<'conduct.leads'>>
type Row = Shown['rows'][number]
type State = Row['state']

const size = 50
const fresh = 'new'

/** What was heard and has to be looked into, by number and day; what it says is read in the panel. */
export function LeadsPage() {
  const { organizationId } = useOrganization()
  const { state, page = 1, open } = useSearch({ from: '/shell/conduct/leads' })
  const change = useSearchChange()
  const asked = { organizationId, page, size, ...(state ? { state } : {}) }
  const answer = useAnswer('conduct.leads', asked)
  return (
    <Page>
      <Answered answer={answer}>
        {(shown) => {
          const chosen = shown.rows.find(({ leadId }) => leadId === open)
          const count = (key: State) => shown.counts[key] ?? 0
          return (
            <>
              <Sentence note="内容加密保存，只有党委和组织部看得到；打开一次留痕一次。">
                待研判 <Count of={count('received')} stress={count('received') > 0} /> 条，处置中{' '}
                <Count of={count('handling')} /> 条，已了结 <Count of={count('closed')} /> 条。
              </Sentence>
              <ConductBar>
                <Button onClick={() => change({ open: fresh })}>登记线索</Button>
              </ConductBar>
              <Choices count={count} chosen={state} />
              <Rows shown={shown} page={page} />
              <DetailPanel
                title={chosen ? `第 ${chosen.number} 号线索` : '登记线索'}
                open={open === fresh || chosen !== undefined}
                onClose={() => change({ open: undefined })}
              >
                {chosen ? (
                  <LeadView
                    key={chosen.leadId}
                    unitId={chosen.unitId}
                    leadId={chosen.leadId}
                    day={shown.day}
                  />
                ) : (
                  <LeadForm
                    organizationId={organizationId}
                    day={shown.day}
                    done={() => change({ open: undefined })}
                  />
                )}
              </DetailPanel>
            </>
          )
        }}
      </Answered>
    </Page>
  )
}

type ChoicesProps = { count: (key: State) => number; chosen: State | undefined }

function Choices({ count, chosen }: ChoicesProps) {
  const change = useSearchChange()
  const all = keysOf(leadStates).reduce((sum, key) => sum + count(key), 0)
  return (
    <FilterChoices<State>
      choices={[
        { key: undefined, word: '全部', count: all },
        ...keysOf(leadStates).map((key) => ({ key, word: leadStates[key], count: count(key) })),
      ]}
      chosen={chosen}
      choose={(key) => change({ state: key, page: undefined })}
    />
  )
}

const columns: Column<Row>[] = [
  {
    key: 'number',
    title: '编号',
    width: '6rem',
    narrow: true,
    cell: ({ leadId, number }) => <LineLink open={leadId}>第 {number} 号</LineLink>,
  },
  {
    key: 'where',
    title: '党组织',
    width: 'minmax(9rem, 1fr)',
    cell: ({ organizationName }) => organizationName,
  },
  { key: 'source', title: '来源', width: '8rem', cell: ({ source }) => leadSources[source] },
  { key: 'handler', title: '谁处置', width: '8rem', cell: ({ handlerName }) => handlerName },
  { key: 'due', title: '办结期限', width: '8rem', narrow: true, cell: ({ dueOn }) => dueOn },
  {
    key: 'state',
    title: '状态',
    width: '10rem',
    narrow: true,
    cell: ({ state, isLate, result }) => (
      <span className={isLate ? details.late : undefined}>
        {result ? leadResults[result] : leadStates[state]}
        {isLate ? '（逾期）' : ''}
      </span>
    ),
  },
]

function Rows({ shown, page }: { shown: Shown; page: number }) {
  if (shown.total === 0)
    return (
      <Empty title="没有问题线索">来信来访、检查发现、上级交办的，在这里登记、处置、了结。</Empty>
    )
  return (
    <>
      <DataList
        label="问题线索"
        columns={columns}
        rows={shown.rows}
        keyOf={({ leadId }) => leadId}
      />
      <Pager page={page} size={size} total={shown.total} />
    </>
  )
}
