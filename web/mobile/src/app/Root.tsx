import { Complaint } from '@zhixing/kit/ui/Complaint.tsx'
import { Offline } from '@zhixing/kit/ui/Offline.tsx'
import { Outlet } from '@tanstack/react-router'

export function Root() {
  return (
    <>
      <Complaint />
      <Offline>
        现在没有网络。打开过的还能看，带着的会议和上门照常记，其他提交请等网络恢复。
      </Offline>
      <Outlet />
    </>
  )
}
