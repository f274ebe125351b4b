export const accountReasons = {
  'accounts.wrong': '账号或密码不正确',
  'accounts.locked': '连续输错次数过多，请 {分钟} 分钟后再试，或请管理员解锁',
  'accounts.disabled': '这个账号已经停用，请联系所在党组织',
  'accounts.totpWrong': '动态口令不正确或已经用过，请等验证器换一组数字再填',
  'accounts.totpMissing': '请先开始绑定验证器，再填写它显示的六位数字',
  'accounts.totpThere': '验证器已经绑定，要换新的请先解除',
  'accounts.totpRequired': '您的职务必须使用动态口令，不能解除',
  'accounts.codeOver': '登录码不正确、已经用过或已过期，请向发码人要新的',
  'accounts.oldWrong': '原密码不正确',
  'accounts.passwordWeak':
    '密码至少 10 位，并含大写、小写、数字、符号中的三种；或至少 16 位。不能只有几个字符反复',
  'accounts.passwordHasLogin': '密码里不能包含登录名',
  'accounts.passwordUsed': '这个密码最近用过，请换一个没有用过的',
  'accounts.unknown': '没有找到这个账号',
  'accounts.sessionUnknown': '没有找到这次登录',
} as const
