export const formReasons = {
  'forms.unknown': '没有找到这份问卷',
  'forms.mistakes': '问卷还不能用：第 {题号} 题{原因}',
  'forms.empty': '问卷里还没有题目',
} as const
