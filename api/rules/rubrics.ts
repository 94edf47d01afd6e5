import type { Criterion } from '../schema/event.ts'

/** The rubric an event starts with: four questions that a councillor can answer after a four-minute demo. */
export const councilHackDay: Criterion[] = [
  {
    id: 'problem',
    name: 'Does it solve a real problem for residents or staff?',
    description: 'Think of who would notice if it existed on Monday.',
    min: 1,
    max: 5,
    weight: 1,
    levels: {
      '1': 'I could not see the problem.',
      '2': 'A small nuisance, or a problem few people have.',
      '3': 'A real problem, though not shown with anyone who has it.',
      '4': 'A clear need, shown with people who have it.',
      '5': 'A pressing need, and this plainly meets it.',
    },
  },
  {
    id: 'adoption',
    name: 'Could a council start using it?',
    description: 'Data, cost, law, and who would look after it.',
    min: 1,
    max: 5,
    weight: 1,
    levels: {
      '1': 'I cannot see how.',
      '2': 'Only after large changes.',
      '3': 'Possible, with some work on data and cost.',
      '4': 'A pilot could start within months.',
      '5': 'We could try it next week.',
    },
  },
  {
    id: 'made-with',
    name: 'Was it made with the people who would use it?',
    description: '',
    min: 1,
    max: 5,
    weight: 1,
    levels: {
      '1': 'No sign of them.',
      '2': 'They were imagined.',
      '3': 'They were asked once.',
      '4': 'They tried it and it changed.',
      '5': 'They were in the team.',
    },
  },
  {
    id: 'shown',
    name: 'How well was it shown?',
    description: '',
    min: 1,
    max: 5,
    weight: 1,
    levels: {
      '1': 'I did not follow it.',
      '2': 'I followed some of it.',
      '3': 'Clear enough.',
      '4': 'Clear, and I wanted to see more.',
      '5': 'I will tell others about it tomorrow.',
    },
  },
]
