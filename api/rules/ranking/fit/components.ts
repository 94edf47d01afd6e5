import type { Marks } from '../marks.ts'

/**
 * Groups of judges and entries that are connected by marks (union-find). Groups without a shared judge cannot be compared: one may only have
 * had the more lenient judges. Numbers groups from 0 in the order of their first entry.
 */
export function findComponents(marks: Marks): { count: number; ofEntry: Int32Array; ofJudge: Int32Array } {
  const { entries, judges, judgeAt, entryOf } = marks
  const parent = Int32Array.from({ length: entries + judges }, (_, node) => node)
  const root = (node: number): number => {
    let top = node
    while (parent[top] !== top) {
      parent[top] = parent[parent[top]!]!
      top = parent[top]!
    }
    return top
  }
  for (let j = 0; j < judges; j++)
    for (let at = judgeAt[j]!; at < judgeAt[j + 1]!; at++) parent[root(entryOf[at]!)] = root(entries + j)

  const numbers = new Map<number, number>()
  const numberOf = (node: number): number => {
    const top = root(node)
    const number = numbers.get(top) ?? numbers.size
    numbers.set(top, number)
    return number
  }
  const ofEntry = Int32Array.from({ length: entries }, (_, i) => numberOf(i))
  const ofJudge = Int32Array.from({ length: judges }, (_, j) => numberOf(entries + j))
  return { count: numbers.size, ofEntry, ofJudge }
}
