import { hours } from '@zhixing/kit/format/hours.ts'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { boardColumns } from './board-columns.tsx'
import styles from './Board.module.css'
import { keyOf, type Board } from './board.ts'

export function BoardList({ board }: { board: Board }) {
  const { rows, total, totalDoneMinutes, totalGapMinutes, requirement } = board
  if (rows.length === 0)
    return <Empty title="没有符合条件的人">换一个筛选条件，或清除姓名查找。</Empty>
  const isHours = requirement.measure === 'minutes'
  return (
    <DataList
      label={`${requirement.name}进度`}
      columns={boardColumns(board)}
      rows={rows}
      keyOf={keyOf}
      totals={{
        name: `${total.toLocaleString('zh-CN')} 人`,
        ...(isHours
          ? {
              strip: (
                <span className={styles.legend}>
                  实条 已学　虚框 已安排　单线 今天应到　双线 全年应到
                </span>
              ),
              done: hours(totalDoneMinutes),
              gap: hours(totalGapMinutes),
              coming: '学时',
            }
          : {}),
      }}
    />
  )
}
