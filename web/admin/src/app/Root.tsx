import { Complaint } from '@zhixing/kit/ui/Complaint.tsx'
import { Offline } from '@zhixing/kit/ui/Offline.tsx'
import { Outlet } from '@tanstack/react-router'

export function Root() {
  return (
    <>
      <Complaint />
      <Offline>网络断了。填写的内容留在这台电脑上，恢复后再提交。</Offline>
      <Outlet />
    </>
  )
}
