import { plural } from '../../api/rules/words/plural.ts'
import type { Event } from '../../api/schema/event.ts'
import { dayWords } from '../core/words/event-words.ts'

const daysWords = (days: number) => plural(days, { one: '1 day', other: `${days} days` })

/** How long people's data stay: for this event, or for any event while none is named. */
export function removalWords(event?: Event): string {
  if (!event)
    return 'Each event’s organiser sets it: 30 days after the result is published, unless they choose otherwise. The event’s own page says it.'
  const { peopleRemovedAt, peopleRemovalAt, keepPeopleDays, timeZone } = event
  if (peopleRemovalAt) return `Names are removed by themselves on ${dayWords({ startsAt: peopleRemovalAt, timeZone })}.`
  if (peopleRemovedAt) return `Names were removed on ${dayWords({ startsAt: peopleRemovedAt, timeZone })}.`
  if (keepPeopleDays === null) return 'Names stay until the organiser deletes them.'
  return `Names are removed by themselves ${daysWords(keepPeopleDays)} after the result is published, or after scoring closes if no result is published. If scoring is never closed, they stay until the organiser deletes them.`
}

export const privacyText = {
  inShort:
    'Demo Hour holds little about you, on the organiser’s own server, and sends nothing to anyone else. There is no account, no advertising and no analytics.',
  afterRemoval:
    'Then names, roles, organisations, comments and messages are gone from the database and from the server’s saved files, and personal links stop working. Scores stay, under “Judge 1”, “Judge 2”. Copies that the organiser has downloaded or printed are theirs to delete.',
  sections: [
    {
      title: 'What is held',
      paragraphs: [
        'About a judge: the name and, if you type them, the role and organisation; your scores and comments with each change and its time; that you stepped aside from a team; when your link was sent and first used, and when your phone was last here.',
        'About a team: what it writes about itself, the names of its members if it gives them, its picture and its slides. Nothing else is held about a team’s members.',
        'About the organiser and the host: what the desk did and when, and the name of whoever decided a tie or released the result.',
      ],
    },
    {
      title: 'Why',
      paragraphs: [
        'To give each judge one ballot for each team, to reach a fair result, to give the teams the judges’ comments, and to show afterwards how the result came about.',
      ],
    },
    {
      title: 'Who sees it',
      paragraphs: [
        'The organiser sees everything, the scores only once scoring has closed. Whoever runs the server can read its files. A team reads the judges’ comments that the organiser has approved, without a name.',
        'Before you join, other judges may find your name in the list to choose from, if the organiser has put it there. A team’s text, members and picture are public, and its slides from just before its turn.',
      ],
    },
    {
      title: 'Whose decision',
      paragraphs: [
        'The organisation that runs the event decides what is held and for how long, and on which legal basis. In the words of the law, it is the controller. Demo Hour is the program it uses; its makers receive nothing.',
      ],
    },
    {
      title: 'Your rights',
      paragraphs: [
        'You can ask the organiser to see what is held about you, to correct it or to delete it. A judge gets one file; for a member of a team, the team’s own page shows everything.',
        'You can correct your name yourself on your phone until the reveal begins. If the organiser’s answer does not satisfy you, you can complain to the data protection authority: in the UK, the Information Commissioner’s Office.',
      ],
    },
    {
      title: 'Cookies and this phone',
      paragraphs: [
        'A cookie remembers your personal link, and this phone keeps your ballots until they are sent, so that no Wi-Fi fault loses them. Both are strictly necessary; there are no others.',
      ],
    },
  ],
}
