/** Why a file cannot be read as a table, and what to do about it. */
export const sheetReasons = {
  'sheets.oldFormat':
    '这是旧版 Excel 文件（.xls），不能直接读取。请用 Excel 或 WPS 打开，选“文件－另存为”，类型选“Excel 工作簿（*.xlsx）”，再上传另存的文件',
  'sheets.binaryFormat':
    '这是二进制工作簿（.xlsb），不能直接读取。请用 Excel 或 WPS 打开，另存为“Excel 工作簿（*.xlsx）”后上传',
  'sheets.locked':
    '这个文件设有打开密码。请用 Excel 或 WPS 打开，在“文件－信息－保护工作簿”里取消密码，保存后再上传',
  'sheets.webPage':
    '这个文件的内容其实是网页，只是扩展名像表格。请用 Excel 或 WPS 打开，另存为“Excel 工作簿（*.xlsx）”后上传',
  'sheets.notSheet': '这不是电子表格（{实际}），请上传 .xlsx 或 .csv 文件',
  'sheets.broken': '文件不完整或已经损坏（{原因}），请重新导出后上传',
  'sheets.tooLarge': '文件有 {大小} MB，超过 {上限} MB 的上限，请分成几个文件',
  'sheets.tooManyRows': '表格超过 {上限} 行，请按党委分成几个文件',
  'sheets.tooManyColumns': '第 {行} 行超过 {上限} 列，请删去多余的列',
  'sheets.tooDense': '文件解压后异常庞大（{部分}），不像正常的表格，已停止读取',
  'sheets.longCell': '第 {行} 行有一格超过 {上限} 个字，请检查是否粘贴错了内容',
  'sheets.forbiddenMarkup': '文件里含有不允许的声明，可能被改动过，请重新导出后上传',
  'sheets.empty': '表格里没有内容',
  'sheets.headerMissing': '前 {行数} 行里没有找到表头，表头里至少要有：{列名}',
  'sheets.headerRepeated': '第 {行} 行的表头里“{列名}”出现了不止一次，请改成不同的名称或删去一列',
  'sheets.encoding': '无法识别文件的文字编码，请另存为“CSV UTF-8”或 .xlsx 后上传',
  'sheets.quote': '第 {行} 行的引号没有成对，请检查后重新导出',
} as const
