export const fileReasons = {
  'files.unknown': '没有找到这个文件，可能已被移除或不在您的范围内',
  'files.missing': '请选择要上传的文件',
  'files.many': '一次只能上传一个文件',
  'files.empty': '文件“{名称}”是空的',
  'files.large': '文件“{名称}”超过 {上限} MB，请压缩或拆分后再传',
  'files.declared': '文件超过 {上限} MB，没有接收，请压缩或拆分后再传',
  'files.kind': '文件“{名称}”的内容不是它的扩展名所说的类型，请检查后再传',
  'files.type':
    '不支持“{名称}”这种文件，可以上传 PDF、图片、Word、Excel、PPT、CSV、文本、字幕（VTT）、MP3 和 MP4',
  'files.notMp4': '“{名称}”不是 MP4 视频。请用剪辑软件导出为 MP4（H.264 画面、AAC 声音）后再上传',
  'files.videoCut': '“{名称}”不完整：{哪里}。可能没有传完或导出中断，请重新导出后再上传',
  'files.cut': '文件没有传完，请检查网络后重传',
  'files.taken': '文件“{名称}”已经附在别处，请重新上传',
} as const
