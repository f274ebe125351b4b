import type { EntryOf, Output } from '@zhixing/contract'
import { titleKinds } from '@zhixing/contract/material-words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { keysOf } from '@zhixing/kit/words.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { Link, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useOrganization } from '../../app/organization.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { Page } from '../../ui/Page.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { FilterChoices } from '../../ui/list/FilterChoices.tsx'
import { Filters } from '../../ui/list/Filters.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import { SearchText } from '../../ui/list/SearchText.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { MaterialBar } from './MaterialBar.tsx'
import { MaterialView } from './MaterialView.tsx'
import { TitleForm } from './TitleForm.tsx'

type Shown = Output<EntryOf<'materials.list'>>
type Row = Shown['rows'][number]

const size = 50

const columns: Column<Row>[] = [
  {
    key: 'name',
    title: '名称',
    width: 'minmax(10rem, 2fr)',
    narrow: true,
    cell: ({ unitId, titleId, name }) => <LineLink open={`${unitId}~${titleId}`}>{name}</LineLink>,
  },
  { key: 'kind', title: '种类', width: '7rem', cell: ({ kind }) => titleKinds[kind] },
  {
    key: 'publisher',
    title: '出版、制作',
    width: 'minmax(7rem, 1fr)',
    spare: true,
    cell: ({ publisher }) => publisher,
  },
  {
    key: 'here',
    title: '本组织库存',
    width: '6rem',
    number: true,
    narrow: true,
    cell: (row) => row.here,
  },
  { key: 'below', title: '含下级', width: '5rem', number: true, cell: ({ below }) => below },
  { key: 'held', title: '在党员手里', width: '6rem', number: true, cell: ({ held }) => held },
  {
    key: 'order',
    title: '在订',
    width: '5rem',
    number: true,
    cell: ({ onOrder }) => onOrder || '',
  },
]

/** What there is to read, to give and to watch. */
export function MaterialsPage() {
  const { organizationId } = useOrganization()
  const { page = 1, open, ...search } = useSearch({ from: '/shell/materials' })
  const change = useSearchChange()
  const [isNew, setNew] = useState(false)
  const answer = useAnswer('materials.list', { ...search, organizationId, page, size })
  const [unitId, titleId] = open?.split('~') ?? []
  return (
    <Page>
      <Answered answer={answer}>
        {(shown) => (
          <>
            <Headline shown={shown} add={() => setNew(true)} />
            <MaterialBar />
            <Choices shown={shown} />
            {shown.total === 0 ? (
              <Empty
                title="这里还没有书刊教材"
                example="红溪故事读本，库存 120 册，在党员手里 36 册。"
              >
                登记书目以后，订购、到货、发放、签收都记在一本台账上，库存不会少也不会错。
              </Empty>
            ) : (
              <DataList
                label="书刊教材"
                columns={columns}
                rows={shown.rows}
                keyOf={(row) => row.titleId}
              />
            )}
            <Pager page={page} size={size} total={shown.total} />
            <DetailPanel
              title={shown.rows.find((row) => row.titleId === titleId)?.name ?? '书刊教材'}
              open={titleId !== undefined}
              onClose={() => change({ open: undefined })}
            >
              {unitId && titleId ? (
                <MaterialView key={titleId} unitId={unitId} titleId={titleId} />
              ) : null}
            </DetailPanel>
            <DetailPanel title="登记书刊教材" open={isNew} onClose={() => setNew(false)}>
              <TitleForm
                done={(key) => {
                  setNew(false)
                  change({ open: `${key.unitId}~${key.titleId}` })
                }}
                cancel={() => setNew(false)}
              />
            </DetailPanel>
          </>
        )}
      </Answered>
    </Page>
  )
}

function Headline({ shown, add }: { shown: Shown; add: () => void }) {
  const { shelf, incoming, counts, mayKeep } = shown
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return (
    <Sentence
      note="每个库存数都点得开：由哪些进出得来。台账只冲销、不改写，库存不会低于零。"
      step={
        mayKeep ? (
          <Button type="primary" onClick={add}>
            登记书刊教材
          </Button>
        ) : undefined
      }
    >
      书刊教材 <Count of={all} /> 种，库存 <Count of={shelf} /> 册
      {incoming > 0 ? (
        <>
          ，<Count of={incoming} stress /> 批<Link to="/materials/issues">还没有签收</Link>
        </>
      ) : null}
      。
    </Sentence>
  )
}

function Choices({ shown }: { shown: Shown }) {
  const { kind, text } = useSearch({ from: '/shell/materials' })
  const change = useSearchChange()
  const all = Object.values(shown.counts).reduce((sum, count) => sum + count, 0)
  const choices = keysOf(titleKinds).map((key) => ({
    key,
    word: titleKinds[key],
    count: shown.counts[key],
  }))
  return (
    <Filters
      choices={
        <FilterChoices<keyof typeof titleKinds>
          choices={[{ key: undefined, word: '全部', count: all }, ...choices]}
          chosen={kind}
          choose={(key) => change({ kind: key, page: undefined })}
        />
      }
    >
      <SearchText label="查找" placeholder="名称、作者、出版单位" text={text} />
    </Filters>
  )
}
