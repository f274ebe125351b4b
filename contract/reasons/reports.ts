export const reportReasons = {
  'reports.unknown': '没有找到这份汇报',
  'reports.drafted': '{组织}{年度}年度的汇报已经起草，请打开后修改或重新起草',
  'reports.future': '{年度}年还没有开始，不能起草该年度的汇报',
  'reports.blanks': '正文还有 {处数} 处【待填】，请填写或删去后再签发',
  'reports.metric': '正文中的数字“{指标}”不在指标目录中',
  'reports.period': '正文中数字“{指标}”的统计时段有误：开始日期晚于结束日期',
  'reports.signed': '这一版已经签发，没有需要重新签发的修改或数字变化',
  'reports.unsigned': '汇报签发后才能报送；签发后又修改的，请重新签发',
  'reports.submitted': '这一版已经报送{上级}',
  'reports.top': '没有上级党组织，不需要报送',
} as const
