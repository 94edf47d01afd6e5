import type { Event } from '../../../api/schema/event.ts'
import { isolateName } from './names.ts'

/** '' where nobody is named. */
export const givenByWords = (givenBy: string) => (givenBy ? `Given by ${isolateName(givenBy)}` : '')

export const challengeNamesOf = ({ challenges }: Pick<Event, 'challenges'>, entryId: string) =>
  challenges.filter(({ entryIds }) => entryIds.includes(entryId)).map(({ name }) => name)
