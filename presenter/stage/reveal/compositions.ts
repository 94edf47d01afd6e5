import { type Box, fitGrid, type Measure } from './name-fit.ts'

export type StepKind = 'winner' | 'place' | 'criterion' | 'prize' | 'challenge'
export type RevealTeam = { name: string; pictured: boolean }
export type Layout = { scene: Box; measure: Measure }
export type JointGrid = { columns: number; rows: number; size: number; picture: 'none' | 'above' | 'beside' }

export const largestAlone = { pictured: 21, bare: 25 }
export const largestJoint = 16
const longName = 36

/**
 * The name's part of the scene's width beside a picture, and its height with and without one, in hundredths of the stage's height. A long
 * name has the whole width, and its picture stands below it. They belong to the grids in reveal.module.css.
 */
const nameBoxes: Record<StepKind, { beside: number; pictured: number; bare: number; long: number }> = {
  winner: { beside: 0.56, pictured: 41, bare: 44, long: 47 },
  place: { beside: 0.62, pictured: 40, bare: 40, long: 42 },
  criterion: { beside: 0.64, pictured: 31, bare: 31, long: 29 },
  prize: { beside: 0.64, pictured: 28, bare: 28, long: 28 },
  challenge: { beside: 0.66, pictured: 26, bare: 38, long: 38 },
}

export const isLong = (name: string) => [...name].length > longName

export function nameBox(kind: StepKind, { name, pictured }: RevealTeam, scene: Box): Box {
  const { beside, bare, long, ...box } = nameBoxes[kind]
  const isBeside = kind === 'challenge' || (pictured && !isLong(name))
  const height = isLong(name) ? long : pictured ? box.pictured : bare
  return { width: isBeside ? scene.width * beside : scene.width, height }
}

/** A long name that shares an award with shorter ones may be this much smaller than they are. */
export const longNameShare = 0.6

const headAndScore = 24
const grid = { gap: 4, padding: 2.6, largest: largestJoint }

/** The name's part of the height and width of its cell. */
const jointLayouts: Record<JointGrid['picture'], { columns: number[]; high: number; wide: number }> = {
  none: { columns: [1, 2, 3, 4], high: 1, wide: 1 },
  above: { columns: [2, 3, 4], high: 0.45, wide: 1 },
  beside: { columns: [1], high: 0.8, wide: 0.74 },
}

/**
 * Teams that share an award, each in a cell of the same size: the size at which each of the names fits in one of `cells` cells, where a
 * long name beside shorter ones takes its share of that size.
 */
export function jointGrid(
  picture: JointGrid['picture'],
  names: readonly string[],
  cells: number,
  { scene, measure }: Layout,
): JointGrid {
  const area = { width: scene.width, height: scene.height - headAndScore }
  const shareOf = names.every(isLong) ? () => 1 : (name: string) => (isLong(name) ? longNameShare : 1)
  return { ...fitGrid(names, cells, area, measure, { ...jointLayouts[picture], ...grid, shareOf }), picture }
}
