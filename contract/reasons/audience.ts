export const audienceReasons = {
  'audience.unknown': '没有找到这个对象范围',
  'audience.known': '已存有同名的对象范围“{名称}”',
  'audience.watchUnknown': '没有找到这个重点群体',
  'audience.watchKnown': '今年已在盯住“{名称}”',
} as const
