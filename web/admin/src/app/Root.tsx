import { Offline } from '@zhixing/kit/ui/Offline.tsx'
import { Outlet } from '@tanstack/react-router'

export function Root() {
  return (
    <>
      <Offline>网络断了。填写的内容留在这台电脑上，恢复后再提交。</Offline>
      <Outlet />
    </>
  )
}
