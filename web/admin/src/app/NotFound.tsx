import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Link } from '@tanstack/react-router'
import { Page } from '../ui/Page.tsx'

/** An address that leads nowhere, or to something that moved. */
export function NotFound() {
  return (
    <main>
      <Page>
        <Empty title="没有这个页面" step={<Link to="/">回到待办</Link>}>
          地址可能写错了，也可能这项内容已经移走。您管理范围以外的内容不会出现。
        </Empty>
      </Page>
    </main>
  )
}
