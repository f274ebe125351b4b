/** GB/T 9704-2012 in the units of Word: twips (1/20 pt) for lengths, half points for sizes of type. */

export const twips = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440)

/** A4 upright. The type area is 156 × 225 mm, so right and bottom follow from left and top. */
export const page = { width: twips(210), height: twips(297) }
export const margins = {
  top: twips(37),
  left: twips(28),
  bottom: twips(35),
  right: twips(26),
  header: twips(15),
  /** The dash of the page number stands 7 mm below the type area; its line is about 6 mm high. */
  footer: twips(25),
}
export const textWidth = twips(156)

export const charactersPerLine = 28

/** 225 mm over 22 lines, rounded down so that the 22nd line is never pushed to the next page. */
export const linePitch = 579

/** Sizes of type in half points: 2号 22 pt, 3号 16 pt, 4号 14 pt. */
export const size = { two: 44, three: 32, four: 28 }

/** One character of 3号, one of 4号. */
export const em = 320
export const emFour = 280

/** What the grid adds to a 16 pt character so that 28 of them fill 156 mm, in 1/4096 pt. */
export const charSpace = Math.round((textWidth / 20 / charactersPerLine - size.three / 2) * 4096)
