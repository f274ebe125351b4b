export const kernelReasons = {
  'identity.missing': '请先登录',
  'identity.foreign': '这个请求来自别的网站，已经拒绝',
  'input.invalid': '填写的内容有误，请检查后重试',
  'input.control': '文字里含有无法保存的控制字符，请删去后再提交',
  'input.unreadable': '无法识别提交的内容',
  'input.stale': '您打开之后，别人已经改过这条记录，请刷新后再改',
  'route.unknown': '没有这个接口',
  'server.failed': '系统出现故障，请稍后重试',
  'server.away':
    '数据库暂时连不上，刚才的操作没有得到确认；请稍等片刻，先刷新看看是否已经保存，再决定要不要重做',
  'server.full': '服务器磁盘已满，这次没有保存任何内容；请联系管理员清理磁盘，然后重做一次',
  'server.busy': '同时办理的人较多，请 {秒} 秒后再试',
  'reach.none': '您没有此项操作的权限',
  'reach.outside': '该组织不在您的管理范围内',
  'jobs.unknown': '没有找到这项后台任务',
  'jobs.over': '这项任务已经结束，不能取消',
} as const
