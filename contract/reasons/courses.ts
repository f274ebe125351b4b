export const courseReasons = {
  'courses.unknown': '没有找到这门课程',
  'courses.itemUnknown': '没有找到这项内容',
  'courses.membersOnly': '您的账号不是党员账号，不计学习时间',
  'courses.empty': '课程里还没有内容，先添加一项再提交审核',
  'courses.tooMuchCredit': '学时 {学时} 分钟多于全部内容的长度 {长度} 分钟，请改小或补充内容',
  'courses.state': '课程现在是“{状态}”，不能{动作}',
  'courses.ownWork': '这门课程由您提交，请由另一位有审核权的同志审核',
  'courses.reasonMissing': '退回要写明原因，让作者知道改哪里',
  'courses.shareAbove': '“全县共享”要由县级审核发布，请上级审核或改为“本组织及下级”',
  'courses.itemsDiffer': '排列的内容与课程现有内容不一致，请刷新后再排',
  'courses.notPdf':
    '“{名称}”不是 PDF。请在 PowerPoint、WPS 或 Word 里选“文件 → 导出 → PDF”，再上传导出的文件',
  'courses.notVtt':
    '“{名称}”不是字幕文件。字幕要用 WebVTT 格式：第一行写 WEBVTT，时间写成 00:01.000 --> 00:04.000',
  'courses.articleEmpty': '正文去掉格式以后没有文字，请写正文',
  'courses.ticketBroken': '学习凭据无效，请重新打开这项内容',
  'courses.ticketOld': '学习凭据已超过一天，请重新打开这项内容',
  'courses.liveClosed': '直播{时间}开始，开播前 15 分钟到结束前可以进入',
  'courses.issuedMissing': '“讲话和文件”要写明印发日期',
} as const
