import { care } from './scenes/care.ts'
import { empty } from './scenes/empty.ts'
import { desk } from './scenes/kinds.ts'
import type { Scene } from './scenes/kinds.ts'
import { learning } from './scenes/learning.ts'
import { life } from './scenes/life.ts'
import { office } from './scenes/office.ts'
import { people } from './scenes/people.ts'
import { phones } from './scenes/phone.ts'
import { study } from './scenes/study.ts'

/** Every state worth a look; pictures, axe and people walk through the same list. */
export const scenes: readonly Scene[] = [
  ...desk('home', '/'),
  ...desk('home-county', '/', 'organizer'),
  ...learning,
  ...life,
  ...people,
  ...office,
  ...care,
  ...study,
  ...phones,
  ...empty,
]
