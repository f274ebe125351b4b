export const accountStates = {
  active: '正常',
  new: '尚未启用',
  stale: '久未登录',
  locked: '已锁定',
  disabled: '已停用',
} as const
