import type { EntryOf, Output } from '@zhixing/contract'
import { resourceKinds } from '@zhixing/contract/resource-words.ts'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Shape } from '@zhixing/kit/ui/Shape.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import type { Column } from '../../ui/list/columns.ts'
import details from '../../ui/Details.module.css'
import styles from './Resources.module.css'
import { typeWord } from './words.ts'

type Shown = Output<EntryOf<'resources.list'>>
type Row = Shown['rows'][number]

const columns: Column<Row>[] = [
  {
    key: 'name',
    title: '名称',
    width: 'minmax(9rem, 1fr)',
    narrow: true,
    cell: ({ unitId, resourceId, name }) => (
      <LineLink open={`${unitId}:${resourceId}`}>{name}</LineLink>
    ),
  },
  {
    key: 'type',
    title: '类型',
    width: '10rem',
    narrow: true,
    cell: ({ kind, type }) => `${resourceKinds[kind]} · ${typeWord(type)}`,
  },
  {
    key: 'feature',
    title: '特色与荣誉',
    width: 'minmax(8rem, 1fr)',
    spare: true,
    cell: ({ feature, honours }) => (
      <>
        {feature}{' '}
        {honours[0] ? (
          <span className={styles.honour}>
            {honours[0].year} {honours[0].title}
          </span>
        ) : null}
      </>
    ),
  },
  { key: 'owner', title: '所在单位', width: '9rem', cell: (row) => row.organizationName },
  {
    key: 'shared',
    title: '共享',
    width: '5rem',
    cell: ({ isShared }) => (
      <span className={details.mark}>
        <Shape name={isShared ? 'check' : 'dashed'} />
        {isShared ? '共享' : '自用'}
      </span>
    ),
  },
  {
    key: 'items',
    title: '菜单',
    width: '4rem',
    spare: true,
    number: true,
    cell: ({ items }) => items || '—',
  },
  { key: 'used', title: '近一年', width: '5rem', number: true, cell: ({ used }) => `${used} 次` },
  { key: 'score', title: '评分', width: '4rem', number: true, cell: ({ score }) => score ?? '—' },
  {
    key: 'waiting',
    title: '待答复',
    width: '4.5rem',
    number: true,
    cell: ({ waiting }) => waiting || '—',
  },
]

type Props = { shown: Shown; page: number; size: number }

export function ResourceList({ shown, page, size }: Props) {
  if (shown.total === 0)
    return (
      <Empty
        title="没有这样的资源"
        example="县委党校登记一名讲师和三门课并设为共享，全县支部就能点单。"
      >
        把师资、阵地、基地和器材登记在这里，写明特色、菜单和开放时间；设为共享，别的支部也能预订。
      </Empty>
    )
  return (
    <>
      <DataList
        label="资源"
        columns={columns}
        rows={shown.rows}
        keyOf={({ resourceId }) => resourceId}
      />
      <Pager page={page} size={size} total={shown.total} />
    </>
  )
}
