export const metricReasons = {
  'metrics.unknown': '没有名为“{指标}”的指标',
  'metrics.period': '统计时段有误：开始日期 {开始} 晚于结束日期 {结束}',
} as const
