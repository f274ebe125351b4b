export const accountReasons = {
  'accounts.wrong': '账号或密码不正确',
  'accounts.locked': '连续输错次数过多，请 {分钟} 分钟后再试，或请管理员解锁',
  'accounts.codeWrong': '验证码不正确或已经用过，请用最新的验证码',
  'accounts.codeOver': '首次登录码不正确、已经用过或已过期，请向支部书记要新的',
  'accounts.oldWrong': '原密码不正确',
  'accounts.passwordWeak': '密码至少 10 位，并含大写、小写、数字、符号中的三种；或至少 16 位',
  'accounts.passwordUsed': '不能与最近用过的密码相同，也不能包含登录名',
  'accounts.unknown': '没有找到这个账号',
} as const
