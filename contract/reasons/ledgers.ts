export const ledgerReasons = {
  'ledgers.dayFull':
    '{姓名}在 {日期} 的学时合计将达 {学时} 学时，超过一天 {上限} 学时的上限，请核对这一天的记录',
} as const
