import type { Criterion } from '../../schema/judging/criterion.ts'
import { councilHackDay, question } from './default-rubric.ts'

export type Preset = { id: string; name: string; about: string; criteria: Criterion[] }

const serviceImprovement: Criterion[] = [
  question(
    'better',
    'Is the service better for the people who use it?',
    'Fewer steps, less waiting, less to explain twice.',
    [
      'I cannot see what changes for them.',
      'A little easier, for some.',
      'One step is clearly better.',
      'The whole way through is better.',
      'I would want this for my own family.',
    ],
  ),
  question(
    'staff',
    'Does it give time back to staff?',
    'Count the phone calls, forms and visits that would no longer be needed.',
    [
      'It adds work.',
      'It moves work to somebody else.',
      'It saves some time, some of the time.',
      'It saves hours every week.',
      'It ends a whole kind of work that nobody wanted.',
    ],
  ),
  question(
    'everyone',
    'Does it work for everyone?',
    'People without a smartphone, without much English, with a disability, in a hurry.',
    [
      'It leaves people out.',
      'Only for those who are online and well.',
      'Most people, with help.',
      'Nearly everyone, and the rest were thought of.',
      'It is best for those whom services serve worst.',
    ],
  ),
  question('evidence', 'Do they know that it works?', 'What was tried, with whom, and what they would measure next.', [
    'It is only an idea.',
    'It was argued, not tried.',
    'It was tried among the team.',
    'Real users tried it.',
    'Real users tried it, and there are numbers.',
  ]),
]

const showAndTell: Criterion[] = [
  question('useful', 'Would this be useful where you work?', '', [
    'No.',
    'Perhaps, to somebody.',
    'To some colleagues.',
    'To most of us.',
    'I want it now.',
  ]),
  question('more', 'Do you want to see more of it?', '', [
    'I have seen enough.',
    'Not soon.',
    'In a few months.',
    'Next month.',
    'I would give a day to help.',
  ]),
]

const dataAndTechnology: Criterion[] = [
  question('need', 'Is this a good use of data or technology?', 'Would something simpler have done as well?', [
    'It was technology for its own sake.',
    'Something simpler would have done.',
    'A fair fit for the problem.',
    'A good fit, and they said why.',
    'I do not see how else it could be done.',
  ]),
  question('works', 'Does it really work?', 'What was shown live, and what was drawn or promised.', [
    'Slides only.',
    'A picture of what it might be.',
    'Part of it worked.',
    'It worked in front of us.',
    'It worked, with real data.',
  ]),
  question(
    'trust',
    'Could residents trust it?',
    'Privacy, fairness, security, and whether a decision can be explained.',
    [
      'I would worry.',
      'They had not thought about it.',
      'They named the risks.',
      'They dealt with the main risks.',
      'I would show this to a sceptic.',
    ],
  ),
  question('reuse', 'Could another council use it?', 'Open standards, open code, written down.', [
    'It is tied to one desk.',
    'Only by starting again.',
    'With help from this team.',
    'By reading what they wrote.',
    'Today, as it is.',
  ]),
]

const youngMakers: Criterion[] = [
  question('idea', 'How good is the idea?', 'New to you, or an old one done their own way.', [
    'I have seen it before.',
    'A start.',
    'A good idea.',
    'A very good idea.',
    'I wish I had thought of it.',
  ]),
  question('made', 'How much did they make?', 'For their age, and in the time they had.', [
    'They talked about it.',
    'They began it.',
    'Part of it is there.',
    'It is there and it works.',
    'More than I thought possible.',
  ]),
  question('learned', 'How much did they learn?', 'What went wrong, and what they did then.', [
    'I could not tell.',
    'A little.',
    'Something new.',
    'Something hard.',
    'They could teach it to us.',
  ]),
  question('together', 'How well did they work together?', 'Did everyone have a part, and say so?', [
    'One did it all.',
    'Mostly one or two.',
    'Everyone did something.',
    'They helped one another.',
    'Better together than any one of them.',
  ]),
]

export const presets: Preset[] = [
  {
    id: 'council-hack-day',
    name: 'A council’s hack day',
    about: 'Four questions: the problem, adoption, made with its users, how it was shown. An event starts with these.',
    criteria: councilHackDay,
  },
  {
    id: 'service-improvement',
    name: 'Making a service better',
    about: 'Four questions for teams who worked on a service that exists: users, staff, everyone, evidence.',
    criteria: serviceImprovement,
  },
  {
    id: 'show-and-tell',
    name: 'Quick show-and-tell',
    about: 'Two questions, answered in ten seconds: for many teams, or a short show.',
    criteria: showAndTell,
  },
  {
    id: 'data-and-technology',
    name: 'Data and technology',
    about: 'Four questions for teams who built something: the fit, whether it works, trust, use elsewhere.',
    criteria: dataAndTechnology,
  },
  {
    id: 'young-makers',
    name: 'Young makers',
    about: 'Four kind questions for schools and youth clubs: the idea, the making, the learning, the team.',
    criteria: youngMakers,
  },
]
