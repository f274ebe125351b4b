import type { Audience } from '@zhixing/contract'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useMay } from '../../app/me.ts'
import { DataList } from '../../ui/list/DataList.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { BulkTag, pickColumn, type Picked } from './BulkTag.tsx'
import type { MemberRow } from './member-columns.tsx'

type Props = {
  organizationId: string
  chosen: { text: string; audience: Audience }
  columns: Column<MemberRow>[]
}

const size = 200

export function MembersList({ organizationId, chosen, columns }: Props) {
  const { page = 1, order = 'name' } = useSearch({ from: '/shell/members' })
  const [picked, pick] = useState<Picked>(new Map())
  const may = useMay()
  const answer = useAnswer('members.list', { organizationId, ...chosen, order, page, size })
  return (
    <Answered answer={answer}>
      {({ rows, total }) =>
        total === 0 ? (
          <p>没有符合这些条件的党员。去掉一项筛选，或换一个词查找。</p>
        ) : (
          <>
            <BulkTag picked={picked} done={() => pick(new Map())} />
            <DataList
              label="党员名册"
              columns={
                may('members.change') ? [pickColumn(picked, rows, pick), ...columns] : columns
              }
              rows={rows}
              keyOf={({ memberId }) => memberId}
            />
            <Pager page={page} size={size} total={total} />
          </>
        )
      }
    </Answered>
  )
}
