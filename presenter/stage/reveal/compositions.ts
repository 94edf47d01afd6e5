import { type Box, fitGrid, type Measure } from './name-fit.ts'

export type StepKind = 'winner' | 'place' | 'criterion' | 'prize' | 'challenge'
export type RevealTeam = { name: string; pictured: boolean }
export type Layout = { scene: Box; measure: Measure }
export type JointGrid = { columns: number; rows: number; size: number; picture: 'none' | 'above' | 'beside' }

export const largestAlone = { pictured: 21, bare: 25 }
export const largestJoint = 16
const longName = 36

/**
 * The name's part of the scene's width beside a picture, and its height with and without one, in hundredths of the stage's height. They
 * belong to the grids in reveal.module.css.
 */
const nameBoxes: Record<StepKind, { beside: number; besideLong: number; bare: number; pictured: number }> = {
  winner: { beside: 0.56, besideLong: 0.68, bare: 44, pictured: 41 },
  place: { beside: 0.62, besideLong: 0.68, bare: 40, pictured: 40 },
  criterion: { beside: 0.64, besideLong: 0.64, bare: 31, pictured: 31 },
  prize: { beside: 0.64, besideLong: 0.64, bare: 28, pictured: 28 },
  challenge: { beside: 0.66, besideLong: 0.66, bare: 38, pictured: 26 },
}

/** Beside a long name the picture is smaller. */
export const isLong = (name: string) => [...name].length > longName

export function nameBox(kind: StepKind, { name, pictured }: RevealTeam, scene: Box): Box {
  const box = nameBoxes[kind]
  const share = isLong(name) ? box.besideLong : box.beside
  const width = kind === 'challenge' || pictured ? scene.width * share : scene.width
  return { width, height: pictured ? box.pictured : box.bare }
}

const headAndScore = 24
const grid = { gap: 4, padding: 2.6, largest: largestJoint }

/** The name's part of the height and width of its cell. */
const jointLayouts: Record<JointGrid['picture'], { columns: number[]; high: number; wide: number }> = {
  none: { columns: [1, 2, 3, 4], high: 1, wide: 1 },
  above: { columns: [2, 3, 4], high: 0.45, wide: 1 },
  beside: { columns: [1], high: 0.8, wide: 0.74 },
}

/** Teams that share an award, each in a cell of the same size: the size at which each of the names fits in one of `cells` cells. */
export function jointGrid(
  picture: JointGrid['picture'],
  names: readonly string[],
  cells: number,
  { scene, measure }: Layout,
): JointGrid {
  const area = { width: scene.width, height: scene.height - headAndScore }
  return { ...fitGrid(names, cells, area, measure, { ...jointLayouts[picture], ...grid }), picture }
}
