import type { EntryOf, Output } from '@zhixing/contract'
import { disposalGrounds, disposalKinds, disposalStates } from '@zhixing/contract/conduct-words.ts'
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
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Page } from '../../ui/Page.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { FilterChoices } from '../../ui/list/FilterChoices.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { CaseView } from './CaseView.tsx'
import { NewCaseForm } from './ClockForms.tsx'
import { ConductBar } from './ConductBar.tsx'

type Shown = Output<EntryOf<'conduct.cases'>>
type Row = Shown['rows'][number]
type State = Row['state']

const size = 50
const fresh = 'new'

/** Where each case stands; what it says is read in the panel, and each look is written down. */
export function CasesPage() {
  const { organizationId } = useOrganization()
  const { state, page = 1, open } = useSearch({ from: '/shell/conduct/cases' })
  const change = useSearchChange()
  const asked = { organizationId, page, size, ...(state ? { state } : {}) }
  const answer = useAnswer('conduct.cases', asked)
  const [unitId, caseId] = open?.split(':') ?? []
  return (
    <Page>
      <Answered answer={answer}>
        {(shown) => (
          <>
            <Sentence note="材料加密保存，只有书记和上级党委看得到；打开一次留痕一次。处置由支部大会决议、上级审批，本人可以陈述和申诉。">
              办理中 <Count of={shown.counts.open} stress={shown.counts.open > 0} /> 件，草稿{' '}
              <Count of={shown.counts.draft} stress={shown.counts.draft > 0} /> 件，已办结{' '}
              <Count of={shown.counts.done} /> 件。
            </Sentence>
            <ConductBar>
              {shown.mayHandle ? (
                <Button onClick={() => change({ open: fresh })}>起草处置</Button>
              ) : null}
            </ConductBar>
            <Choices shown={shown} chosen={state} />
            <Rows shown={shown} page={page} />
            <DetailPanel
              title={shown.rows.find((row) => row.caseId === caseId)?.name ?? '组织处置'}
              open={open === fresh || caseId !== undefined}
              onClose={() => change({ open: undefined })}
            >
              {unitId && caseId ? (
                <CaseView key={caseId} unitId={unitId} caseId={caseId} day={shown.day} />
              ) : null}
              {open === fresh ? (
                <NewCaseForm
                  organizationId={organizationId}
                  done={(key) => change({ open: `${key.unitId}:${key.caseId}` })}
                />
              ) : null}
            </DetailPanel>
          </>
        )}
      </Answered>
    </Page>
  )
}

function Choices({ shown, chosen }: { shown: Shown; chosen: State | undefined }) {
  const change = useSearchChange()
  const all = Object.values(shown.counts).reduce((sum, one) => sum + one, 0)
  const choices = keysOf(disposalStates).map((key) => ({
    key,
    word: disposalStates[key],
    count: shown.counts[key],
  }))
  return (
    <FilterChoices<State>
      choices={[{ key: undefined, word: '全部', count: all }, ...choices]}
      chosen={chosen}
      choose={(key) => change({ state: key, page: undefined })}
    />
  )
}

const columns: Column<Row>[] = [
  {
    key: 'name',
    title: '姓名',
    width: '6rem',
    narrow: true,
    cell: ({ unitId, caseId, name }) => <LineLink open={`${unitId}:${caseId}`}>{name}</LineLink>,
  },
  {
    key: 'branch',
    title: '党支部',
    width: '11rem',
    cell: ({ organizationName }) => organizationName,
  },
  {
    key: 'kind',
    title: '类别',
    width: '8rem',
    narrow: true,
    cell: ({ kind }) => disposalKinds[kind],
  },
  {
    key: 'ground',
    title: '理由',
    width: 'minmax(10rem, 1fr)',
    cell: ({ ground }) => disposalGrounds[ground],
  },
  { key: 'opened', title: '立案', width: '7rem', cell: ({ openedOn }) => openedOn },
  {
    key: 'step',
    title: '到哪一步',
    width: '12rem',
    narrow: true,
    cell: ({ state, stepName, isLate }) => (
      <span className={isLate ? details.late : undefined}>
        {stepName || disposalStates[state]}
        {isLate ? '（逾期）' : ''}
      </span>
    ),
  },
]

function Rows({ shown, page }: { shown: Shown; page: number }) {
  if (shown.total === 0)
    return (
      <Empty title="没有处置" step={<LinkButton to="/conduct">看履责月数</LinkButton>}>
        连续六个月不履行义务的，系统自动生成草稿；核实有无正当理由后再办理。
      </Empty>
    )
  return (
    <>
      <DataList
        label="组织处置"
        columns={columns}
        rows={shown.rows}
        keyOf={({ caseId }) => caseId}
      />
      <Pager page={page} size={size} total={shown.total} />
    </>
  )
}
