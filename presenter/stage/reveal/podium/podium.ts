import type { Award } from '../../../../api/schema/result.ts'

/** `alone`: the column of one team; otherwise the teams of a shared place stand together in it. */
export type Column = { award: Award; entryIds: string[]; rank: number; alone: boolean; label: string }
export type WinnersView = {
  columns: Column[]
  others: Award[]
  /** Where the other awards stand: beside the podium under the code, or below it in this many columns. */
  otherColumns: 0 | 1 | 2 | 3 | 4
}

const lastOnPodium = 3
const maxColumns = 4
const maxBesideLetters = 64

/** `teamOf`: a team's name by the id of its entry. */
export function arrangeWinners(awards: readonly Award[], teamOf: (id: string) => string): WinnersView {
  const isOnPodium = ({ kind, rank }: Award) => kind === 'place' && rank !== null && rank <= lastOnPodium
  const places = awards.filter(isOnPodium).toSorted((a, b) => a.rank! - b.rank!)
  const teams = places.reduce((sum, { entryIds }) => sum + entryIds.length, 0)
  const columns = places.flatMap((award) => (teams <= maxColumns ? columnPerTeam(award) : [columnOf(award)]))
  const others = awards.filter((award) => !isOnPodium(award))
  const letters = others.reduce((sum, { name, entryIds }) => sum + [name, ...entryIds.map(teamOf)].join(' ').length, 0)
  const otherColumns = letters <= maxBesideLetters ? 0 : columnsFor(others.length)
  return { columns: winnersInTheMiddle(columns), others, otherColumns }
}

function columnsFor(others: number): WinnersView['otherColumns'] {
  if (others <= 2) return others === 2 ? 2 : 1
  return others === 4 || others > 6 ? 4 : 3
}

const columnOf = (award: Award): Column => ({
  ...{ award, entryIds: award.entryIds, rank: award.rank!, label: award.name },
  alone: award.entryIds.length === 1,
})

const columnPerTeam = (award: Award): Column[] =>
  award.entryIds.map((entryId) => ({
    ...{ award, entryIds: [entryId], rank: award.rank!, alone: true },
    label: award.rank === 1 && award.entryIds.length > 1 ? 'Joint winner' : award.name,
  }))

/** Second, first, third, as on a podium. Where there is no third, the seconds stand on both sides. */
function winnersInTheMiddle(columns: Column[]): Column[] {
  const ofRank = (fits: (rank: number) => boolean) => columns.filter(({ rank }) => fits(rank))
  const [firsts, seconds, thirds] = [
    (rank: number) => rank === 1,
    (rank: number) => rank === 2,
    (rank: number) => rank > 2,
  ].map(ofRank) as [Column[], Column[], Column[]]
  const onTheLeft = thirds.length > 0 ? seconds.length : Math.ceil(seconds.length / 2)
  return [...seconds.slice(0, onTheLeft), ...firsts, ...seconds.slice(onTheLeft), ...thirds]
}
