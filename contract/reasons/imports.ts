export const importReasons = {
  'imports.unknown': '没有找到这次导入',
  'imports.notChecked': '这次导入现在不能这样办理：{状态}',
  'imports.columnTwice': '“{字段}”只能对应一列',
  'imports.columnUnknown': '文件里没有第 {列} 列',
  'imports.spellingUnknown': '文件里没有支部“{支部}”',
  'imports.nothing': '没有可以导入的行',
  'imports.raced': '核对之后有人登记了同样的党员，一行也没有写入，请重新核对',
  'imports.undoLate': '导入已超过 {天数} 天，不能撤销',
  'imports.organizationHolds': '“{组织}”里没有党支部，无法导入',
} as const
