import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { SubPage } from '../ui/SubPage.tsx'

export function NotFound() {
  return (
    <SubPage title="没有这个页面" back="/">
      <Empty title="没有这个页面">地址可能写错了，也可能这项内容已经移走。</Empty>
    </SubPage>
  )
}
