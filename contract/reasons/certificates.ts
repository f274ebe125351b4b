export const certificateReasons = {
  'certificates.unknown': '没有找到这张证书',
  'certificates.notCompleted': '“{名称}”还没有办理结业，不能发证书',
  'certificates.dayWrong': '发证日期 {日期} 早于培训结束的 {止}，或者还没有到',
  'certificates.revoked': '{姓名}的证书 {日期} 已经撤销，原因：{原因}',
  'certificates.tooMany': '核验得太频繁，请 {秒} 秒后再试',
} as const
