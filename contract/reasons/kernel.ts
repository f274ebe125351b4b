export const kernelReasons = {
  'identity.missing': '请先登录',
  'identity.foreign': '这个请求来自别的网站，已经拒绝',
  'input.invalid': '填写的内容有误，请检查后重试',
  'input.unreadable': '无法识别提交的内容',
  'input.stale': '您打开之后，别人已经改过这条记录，请刷新后再改',
  'route.unknown': '没有这个接口',
  'server.failed': '系统出现故障，请稍后重试',
  'server.busy': '同时办理的人较多，请 {秒} 秒后再试',
  'reach.none': '您没有此项操作的权限',
  'reach.outside': '该组织不在您的管理范围内',
  'jobs.unknown': '没有找到这项后台任务',
  'jobs.over': '这项任务已经结束，不能取消',
} as const
