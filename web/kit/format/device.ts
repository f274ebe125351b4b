const systems: [RegExp, string][] = [
  [/HarmonyOS|OpenHarmony/, '鸿蒙手机'],
  [/Android/, '安卓手机'],
  [/iPhone/, '苹果手机'],
  [/iPad/, '苹果平板'],
  [/Windows/, 'Windows 电脑'],
  [/Mac OS X/, '苹果电脑'],
  [/Linux/, 'Linux 电脑'],
]
const browsers: [RegExp, string][] = [
  [/MicroMessenger/, '微信'],
  [/DingTalk/, '钉钉'],
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]

/** What a browser calls itself, in words that its owner knows. */
export function deviceOf(agent: string): string {
  const [system, browser] = [systems, browsers].map(
    (names) => names.find(([sign]) => sign.test(agent))?.[1],
  )
  return [system, browser].filter(Boolean).join(' · ') || '没有表明身份的程序'
}
