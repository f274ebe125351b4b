export const auditReasons = {
  'audit.running': '上一次核对还没有结束，请在后台任务里看它的结果',
} as const
