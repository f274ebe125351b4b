import type { ResourceBooking } from '@zhixing/contract'
import type { ShapeName } from '@zhixing/kit/ui/Shape.tsx'

export const bookingShapes: Record<ResourceBooking['state'], ShapeName> = {
  ordered: 'ring',
  approved: 'half',
  confirmed: 'half',
  checkedIn: 'check',
  rated: 'check',
  refused: 'cross',
  withdrawn: 'dashed',
  noShow: 'triangle',
  lapsed: 'dashed',
  blocked: 'square',
}
