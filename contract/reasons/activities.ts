export const activityReasons = {
  'activities.unknown': '没有找到这次活动',
  'activities.notOpen': '现在不能签到：活动开始前一小时起，到结束为止',
} as const
