import { roleGrades, roleStates } from '@zhixing/contract/role-words.ts'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Shape, type ShapeName } from '@zhixing/kit/ui/Shape.tsx'
import { useSearch } from '@tanstack/react-router'
import { DataList } from '../../ui/list/DataList.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import type { Column } from '../../ui/list/columns.ts'
import type { Role, Shown, Someone } from './roles.ts'
import details from '../../ui/Details.module.css'

const shapes: Record<Role['state'], ShapeName> = {
  assigned: 'ring',
  claimed: 'ring',
  held: 'half',
  assessed: 'check',
  declined: 'cross',
  ended: 'dashed',
}

const columns: Column<Role>[] = [
  {
    key: 'name',
    title: '姓名',
    width: '6rem',
    narrow: true,
    cell: ({ roleId, name }) => <LineLink open={roleId}>{name}</LineLink>,
  },
  {
    key: 'branch',
    title: '党支部',
    width: '11rem',
    cell: ({ organizationName }) => organizationName,
  },
  { key: 'title', title: '岗位', width: '9rem', narrow: true, cell: ({ title }) => title },
  {
    key: 'statement',
    title: '职责',
    width: 'minmax(8rem, 1fr)',
    cell: ({ statement }) => statement,
  },
  {
    key: 'state',
    title: '状态',
    width: '8rem',
    narrow: true,
    cell: ({ state, grade }) => (
      <span className={details.mark}>
        <Shape name={shapes[state]} />
        {roleStates[state]}
        {grade ? ` · ${roleGrades[grade]}` : ''}
      </span>
    ),
  },
]

const lackingColumns: Column<Someone>[] = [
  {
    key: 'name',
    title: '姓名',
    width: '8rem',
    narrow: true,
    cell: ({ unitId, memberId, name }) => (
      <LineLink open={`member:${unitId}:${memberId}`}>{name}</LineLink>
    ),
  },
  {
    key: 'branch',
    title: '党支部',
    width: 'minmax(10rem, 1fr)',
    narrow: true,
    cell: ({ organizationName }) => organizationName,
  },
]

export function RoleList({ shown, size }: { shown: Shown; size: number }) {
  const { kind = 'inPost', lacking = false, page = 1 } = useSearch({ from: '/shell/roles' })
  if (lacking)
    return (
      <>
        <DataList
          label="还没有岗责的党员"
          columns={lackingColumns}
          rows={shown.without}
          keyOf={({ memberId }) => memberId}
        />
        <Pager page={page} size={size} total={shown.people - shown.covered} />
      </>
    )
  if (shown.total === 0) return <None isInPost={kind === 'inPost'} />
  return (
    <>
      <DataList
        label="党员岗责"
        columns={columns}
        rows={shown.rows}
        keyOf={({ roleId }) => roleId}
      />
      <Pager page={page} size={size} total={shown.total} />
    </>
  )
}

function None({ isInPost }: { isInPost: boolean }) {
  return isInPost ? (
    <Empty title="还没有定岗定责" example="窗口服务先锋岗：首问负责，当天办结。">
      选“还没有的人”，点姓名给他定岗定责；本人在手机上确认，年底支部评议。
    </Empty>
  ) : (
    <Empty title="还没有人认领岗位" example="政策宣传岗：每月入户宣传一次，名额 3 人。">
      先在下面设岗，无职党员在手机“我的岗责”里认领，支部同意后履行，年底评议。
    </Empty>
  )
}
