import { Offline } from '@zhixing/kit/ui/Offline.tsx'
import { Outlet } from '@tanstack/react-router'

export function Root() {
  return (
    <>
      <Offline>现在没有网络。打开过的内容还能看，签到和提交请等网络恢复。</Offline>
      <Outlet />
    </>
  )
}
