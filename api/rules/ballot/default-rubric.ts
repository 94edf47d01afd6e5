import type { Criterion } from '../../schema/judging/criterion.ts'

type Levels = [string, string, string, string, string]

/** 1 to 5, each in words: a phone shows this scale in one row. */
export const question = (id: string, name: string, description: string, levels: Levels): Criterion => ({
  id,
  name,
  description,
  min: 1,
  max: 5,
  weight: 1,
  levels: Object.fromEntries(levels.map((words, n) => [String(n + 1), words])),
})

const problem = question(
  'problem',
  'Does it solve a real problem for residents or staff?',
  'Think of who would notice if it existed on Monday.',
  [
    'I could not see the problem.',
    'A small nuisance, or a problem few people have.',
    'A real problem, though not shown with anyone who has it.',
    'A clear need, shown with people who have it.',
    'A pressing need, and this plainly meets it.',
  ],
)
const adoption = question(
  'adoption',
  'Could a council start using it?',
  'Data, cost, law, and who would look after it.',
  [
    'I cannot see how.',
    'Only after large changes.',
    'Possible, with some work on data and cost.',
    'A pilot could start within months.',
    'We could try it next week.',
  ],
)
const madeWith = question('made-with', 'Was it made with the people who would use it?', '', [
  'No sign of them.',
  'They were imagined.',
  'They were asked once.',
  'They tried it and it changed.',
  'They were in the team.',
])
const shown = question('shown', 'How well was it shown?', '', [
  'I did not follow it.',
  'I followed some of it.',
  'Clear enough.',
  'Clear, and I wanted to see more.',
  'I will tell others about it tomorrow.',
])

export const councilHackDay: Criterion[] = [problem, adoption, madeWith, shown]
