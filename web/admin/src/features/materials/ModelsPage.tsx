import type { EntryOf, Output } from '@zhixing/contract'
import { modelKinds } from '@zhixing/contract/material-words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { keysOf } from '@zhixing/kit/words.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
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
import { ModelForm, ModelView } from './ModelView.tsx'

type Models = Output<EntryOf<'roleModels.list'>>
type Row = Models['rows'][number]

const size = 50

const columns: Column<Row>[] = [
  {
    key: 'name',
    title: '姓名、名称',
    width: 'minmax(8rem, 1fr)',
    narrow: true,
    cell: ({ unitId, modelId, name }) => <LineLink open={`${unitId}~${modelId}`}>{name}</LineLink>,
  },
  { key: 'kind', title: '类别', width: '6rem', cell: ({ kind }) => modelKinds[kind] },
  {
    key: 'honour',
    title: '荣誉',
    width: 'minmax(9rem, 2fr)',
    narrow: true,
    cell: ({ honour, year }) => `${String(year)} 年${honour}`,
  },
  {
    key: 'place',
    title: '在哪里',
    width: 'minmax(7rem, 1fr)',
    spare: true,
    cell: ({ place }) => place,
  },
  {
    key: 'used',
    title: '用过',
    width: '5rem',
    narrow: true,
    cell: ({ used }) => `${String(used)} 次`,
  },
  { key: 'last', title: '最近', width: '7rem', cell: ({ lastOn }) => lastOn ?? '还没有' },
]

/** Whom to learn from. */
export function ModelsPage() {
  const { organizationId } = useOrganization()
  const { page = 1, open, ...search } = useSearch({ from: '/shell/materials/models' })
  const change = useSearchChange()
  const [isNew, setNew] = useState(false)
  const answer = useAnswer('roleModels.list', { ...search, organizationId, page, size })
  const [unitId, modelId] = open?.split('~') ?? []
  return (
    <Page>
      <Answered answer={answer}>
        {(shown) => <Shown shown={shown} page={page} add={() => setNew(true)} />}
      </Answered>
      <DetailPanel
        title="先进典型"
        open={modelId !== undefined}
        onClose={() => change({ open: undefined })}
      >
        {unitId && modelId ? <ModelView key={modelId} unitId={unitId} modelId={modelId} /> : null}
      </DetailPanel>
      <DetailPanel title="登记先进典型" open={isNew} onClose={() => setNew(false)}>
        <ModelForm
          done={(key) => {
            setNew(false)
            change({ open: `${key.unitId}~${key.modelId}` })
          }}
          cancel={() => setNew(false)}
        />
      </DetailPanel>
    </Page>
  )
}

function Shown({ shown, page, add }: { shown: Models; page: number; add: () => void }) {
  const { rows, total, counts, mayKeep } = shown
  return (
    <>
      <Sentence
        note="用过几次＝登记的使用加上事迹影像的观看。"
        step={
          mayKeep ? (
            <Button type="primary" onClick={add}>
              登记先进典型
            </Button>
          ) : undefined
        }
      >
        先进个人 <Count of={counts.member} /> 名，先进集体 <Count of={counts.organization} /> 个。
      </Sentence>
      <MaterialBar />
      <Choices counts={counts} />
      {total === 0 ? (
        <Empty title="典型库还是空的" example="何树林，全县优秀共产党员，用过 6 次。">
          登记先进个人和集体的事迹、影像，讲课、学习时用一次记一次。
        </Empty>
      ) : (
        <DataList label="先进典型" columns={columns} rows={rows} keyOf={(row) => row.modelId} />
      )}
      <Pager page={page} size={size} total={total} />
    </>
  )
}

function Choices({ counts }: { counts: Models['counts'] }) {
  const { kind, text } = useSearch({ from: '/shell/materials/models' })
  const change = useSearchChange()
  const all = counts.member + counts.organization
  const choices = keysOf(modelKinds).map((key) => ({
    key,
    word: modelKinds[key],
    count: counts[key],
  }))
  return (
    <Filters
      choices={
        <FilterChoices<keyof typeof modelKinds>
          choices={[{ key: undefined, word: '全部', count: all }, ...choices]}
          chosen={kind}
          choose={(key) => change({ kind: key, page: undefined })}
        />
      }
    >
      <SearchText label="查找" placeholder="姓名、荣誉、事迹" text={text} />
    </Filters>
  )
}
