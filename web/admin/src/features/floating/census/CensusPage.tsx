import type { EntryOf, Output } from '@zhixing/contract'
import { censusAnswers, censusScopes } from '@zhixing/contract/floating-words.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useParams, useSearch } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useOrganization } from '../../../app/organization.ts'
import { Page, Section } from '../../../ui/Page.tsx'
import { DataList } from '../../../ui/list/DataList.tsx'
import { FilterChoices } from '../../../ui/list/FilterChoices.tsx'
import { Filters } from '../../../ui/list/Filters.tsx'
import { Pager } from '../../../ui/list/Pager.tsx'
import { PlainTable } from '../../../ui/list/PlainTable.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { useSearchChange } from '../../../ui/use-search-change.ts'
import { Parts } from '../Parts.tsx'
import { Links } from './Links.tsx'
import { Say } from './Say.tsx'

export type Census = Output<EntryOf<'floatingWork.census'>>
type Row = Census['rows'][number]

const size = 100

/** How far a round is, where it lags, and who is still to be confirmed. */
export function CensusPage() {
  const { organizationId } = useOrganization()
  const key = useParams({ from: '/shell/floating/census/$unitId/$censusId' })
  const { page = 1, show = 'open' } = useSearch({
    from: '/shell/floating/census/$unitId/$censusId',
  })
  const change = useSearchChange()
  const answer = useAnswer('floatingWork.census', { ...key, organizationId, show, page, size })
  return (
    <Page>
      <Parts />
      <Answered answer={answer}>
        {(census) => (
          <>
            <Headline census={census} />
            {census.below.length > 0 ? (
              <Section title="各组织进度">
                <PlainTable
                  columns={['党组织', '应核实', '已核实', '没有核实']}
                  rows={census.below.map(({ name, people, confirmed }) =>
                    [name, people, confirmed, people - confirmed].map(String),
                  )}
                />
              </Section>
            ) : null}
            <Filters
              choices={
                <FilterChoices
                  choices={[
                    { key: undefined, word: '没有核实', count: census.people - census.confirmed },
                    ...(['away', 'home', 'lost'] as const).map((one) => ({
                      key: one,
                      word: censusAnswers[one],
                      count: census.answers[one],
                    })),
                  ]}
                  chosen={show === 'open' ? undefined : show}
                  choose={(next) => change({ show: next, page: undefined })}
                />
              }
            >
              {census.may.answer && show === 'open' ? <Links census={census} /> : null}
            </Filters>
            {census.total === 0 ? (
              <p>这里没有人。</p>
            ) : (
              <DataList
                label="核实名单"
                columns={columnsOf(census)}
                rows={census.rows}
                keyOf={({ memberId }) => memberId}
              />
            )}
            <Pager page={page} size={size} total={census.total} />
          </>
        )}
      </Answered>
    </Page>
  )
}

function columnsOf({ unitId, censusId, may }: Census): Column<Row>[] {
  return [
    { key: 'name', title: '姓名', width: '6rem', narrow: true, cell: ({ name }) => name },
    {
      key: 'organization',
      title: '所在党支部',
      width: 'minmax(8rem, 1fr)',
      cell: ({ organizationName }) => organizationName,
    },
    {
      key: 'destination',
      title: '名册上的去向',
      width: 'minmax(8rem, 1fr)',
      cell: ({ isFloating, destination }) => (isFloating ? destination || '未登记' : '没有外出'),
    },
    {
      key: 'answer',
      title: '核实',
      width: 'minmax(9rem, 1fr)',
      narrow: true,
      cell: (row) => {
        if (row.answer) return `${censusAnswers[row.answer]}（${row.byName}）`
        return may.answer ? <Say census={{ unitId, censusId }} row={row} /> : '没有核实'
      },
    },
  ]
}

function Headline({ census }: { census: Census }) {
  const { title, scope, until, closedOn, people, confirmed, lost, may } = census
  const { modal } = App.useApp()
  const { mutate } = useAct('floatingWork.closeCensus')
  const open = people - confirmed
  const ask = () =>
    modal.confirm({
      title: `结束“${title}”？`,
      content: open > 0 ? `还有 ${String(open)} 人没有核实，结束后不能再核实。` : '都已核实。',
      okText: '结束排查',
      cancelText: '取消',
      onOk: () => mutate({ unitId: census.unitId, censusId: census.censusId }),
    })
  return (
    <Sentence
      note={`${census.organizationName}发起，范围是${censusScopes[scope]}，${closedOn ? `${closedOn} 结束` : `${until} 截止`}`}
      step={may.close ? <Button onClick={ask}>结束排查</Button> : null}
    >
      {title}：{people} 人中已核实 <Count of={confirmed} /> 人
      {open > 0 ? (
        <>
          ，还有 <Count of={open} stress /> 人
        </>
      ) : null}
      {lost > 0 ? `，${String(lost)} 人联系不上` : ''}。
    </Sentence>
  )
}
