import { commandName } from './program/command-name.ts'
import { rankFile, refusalSentence } from './rank-file.ts'

/** Ranks a plain matrix, a file of vectors or an archived event and prints the result, so that anyone can recompute one. */
export async function runRank([path]: string[]): Promise<number> {
  if (path === undefined) {
    process.stderr.write(`Cannot rank: no file is named, as in ${commandName('rank')} FILE.json\n`)
    return 1
  }
  try {
    process.stdout.write(`${JSON.stringify(rankFile(path), null, 2)}\n`)
    return 0
  } catch (error) {
    const sentence = refusalSentence(error)
    if (sentence === undefined) throw error
    process.stderr.write(`${sentence}\n`)
    return 1
  }
}
