import { pinyin } from 'pinyin-pro'

/**
 * By what names are ordered and found: pinyin without tones, then the initials, "shan xiong|sx".
 * The family name is read as one: 单 is shan there, not dan.
 */
export function nameKeyOf(name: string): string {
  const syllables = soundsOf(name)
  const initials = syllables.map((syllable) => syllable[0] ?? '').join('')
  return `${syllables.join(' ')}|${initials}`.toLowerCase()
}

const options = { toneType: 'none', type: 'array', v: true } as const

/** Only where a sign can be read in two ways must the name around it be looked at, which takes ten times as long. */
function soundsOf(name: string): string[] {
  const sounds: string[] = []
  for (const sign of name) {
    const only = onlySoundOf(sign)
    if (only === undefined) return pinyin(name, { ...options, mode: 'surname' })
    sounds.push(only)
  }
  return sounds
}

const only = new Map<string, string | undefined>()

function onlySoundOf(sign: string): string | undefined {
  if (!only.has(sign)) {
    const sounds = new Set(pinyin(sign, { ...options, multiple: true }))
    only.set(sign, sounds.size === 1 && /\p{Script=Han}/u.test(sign) ? [...sounds][0] : undefined)
  }
  return only.get(sign)
}
