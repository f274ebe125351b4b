export const organizationReasons = {
  'organizations.unknown': '没有找到这个党组织',
  'organizations.leaf': '党支部下只能设党小组，党小组下不能再设组织',
} as const
