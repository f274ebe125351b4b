import { Pagination } from 'antd'
import { useSearchChange } from '../use-search-change.ts'
import styles from './Pager.module.css'

type Props = { page: number; size: number; total: number; turn?: (page: number) => void }

/** For lists that the server hands out page by page; the page stands in the address, unless somebody else turns it. */
export function Pager({ page, size, total, turn }: Props) {
  const change = useSearchChange()
  return (
    <div className={styles.pager}>
      <span>共 {total.toLocaleString('zh-CN')} 行</span>
      <Pagination
        current={page}
        pageSize={size}
        total={total}
        showSizeChanger={false}
        showLessItems
        hideOnSinglePage
        onChange={turn ?? ((next) => change({ page: next === 1 ? undefined : next }))}
      />
    </div>
  )
}
