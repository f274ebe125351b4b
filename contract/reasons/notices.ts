export const noticeReasons = {
  'notices.unknown': '没有找到这条通知',
  'notices.nobody': '所选范围内没有党员，通知没有发出',
  'notices.allRead': '所有人都已读，不需要再提醒',
} as const
