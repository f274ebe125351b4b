import { desk, openLine, phone } from './kinds.ts'
import type { Scene } from './kinds.ts'

/** Who is away, who is responsible, and what everybody must have studied. */
export const care: readonly Scene[] = [
  ...desk('topics', '/topics', 'organizer'),
  ...desk('topics-branch', '/topics'),
  ...desk('floating', '/floating'),
  ...desk('floating-county', '/floating', 'organizer'),
  ...desk('floating-open', '/floating', 'organizer', openLine()),
  ...desk('floating-incoming', '/floating/incoming', 'organizer'),
  ...desk('floating-lost', '/floating/lost', 'organizer'),
  ...desk('floating-census', '/floating/census', 'organizer'),
  ...desk('floating-groups', '/floating/groups', 'organizer'),
  ...desk('floating-tasks', '/floating/tasks', 'organizer'),
  ...desk('duties', '/duties'),
  ...desk('duties-below', '/duties/below', 'organizer'),
  ...desk('duties-templates', '/duties/templates', 'organizer'),
  ...phone('phone-topics', '/m/topics'),
  ...phone('phone-floating', '/m/floating'),
  ...phone('phone-contacts', '/m/floating/contacts', 'secretary'),
  ...phone('phone-duties', '/m/duties', 'secretary'),
  ...desk('empty-topics', '/topics', 'newcomer'),
  ...desk('empty-floating', '/floating', 'newcomer'),
  ...desk('empty-duties', '/duties', 'newcomer'),
]
