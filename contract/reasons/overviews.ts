export const overviewReasons = {
  'overviews.summing': '下级党组织较多，正在汇总，请 {秒} 秒后再看',
} as const
