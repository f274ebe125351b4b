import { pinyin } from 'pinyin-pro'

/**
 * By what names are ordered and found: pinyin without tones, then the initials, "shan xiong|sx".
 * The family name is read as one: 单 is shan there, not dan.
 */
export function nameKeyOf(name: string): string {
  const syllables = pinyin(name, { toneType: 'none', type: 'array', mode: 'surname', v: true })
  const initials = syllables.map((syllable) => syllable[0] ?? '').join('')
  return `${syllables.join(' ')}|${initials}`.toLowerCase()
}
