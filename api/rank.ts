import { rankFile, refusalSentence } from './rank-file.ts'

/*
 * npm run --silent rank -- FILE.json
 * Ranks a plain matrix, a file of vectors or an archived event and prints the result, so that anyone can recompute one.
 */

try {
  process.stdout.write(`${JSON.stringify(rankFile(process.argv[2]), null, 2)}\n`)
} catch (error) {
  const sentence = refusalSentence(error)
  if (sentence === undefined) throw error
  process.stderr.write(`${sentence}\n`)
  process.exitCode = 1
}
