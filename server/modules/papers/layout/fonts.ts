/**
 * The faces of the standard, by the names that Chinese office machines know. They are named and never embedded;
 * `fontTable` says what a machine without them should take.
 */
export const faces = {
  fangSong: '仿宋_GB2312',
  kai: '楷体_GB2312',
  hei: '黑体',
  title: '方正小标宋简体',
  song: '宋体',
}

/** Latin letters and digits of the text. */
export const western = 'Times New Roman'

const substitutes: Record<string, string> = {
  [faces.fangSong]: '仿宋',
  [faces.kai]: '楷体',
  [faces.hei]: 'SimHei',
  [faces.title]: '华文中宋',
  [faces.song]: 'SimSun',
}

export const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

export const fontTable =
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="${namespace}">` +
  Object.entries(substitutes)
    .map(
      ([name, instead]) =>
        `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:charset w:val="86"/></w:font>`,
    )
    .join('') +
  '</w:fonts>'
