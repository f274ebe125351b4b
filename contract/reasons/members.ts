export const memberReasons = {
  'members.unknown': '没有找到这名党员',
} as const
