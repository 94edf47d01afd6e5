import { findTimeZone, readWallTime, wallTime } from '../../../api/rules/event/time-zone.ts'
import type { Admission, Event, GalleryPublic, Interpreter, Scoring } from '../../../api/schema/event.ts'
import type { Problem } from '../../core/api.ts'
import { deviceZone } from '../../core/words/zone-words.ts'

/** The start is in the event's time zone, lengths are in minutes. */
export type EventValues = {
  name: string
  startsAt: string
  timeZone: string
  venue: string
  talk: string
  questions: string
  admission: Admission
  scoring: Scoring
  galleryPublic: GalleryPublic
  captions: 'off' | 'on'
  interpreter: Interpreter
}

export const blankEvent: EventValues = {
  name: '',
  startsAt: '',
  timeZone: deviceZone(),
  venue: '',
  talk: '4',
  questions: '2',
  admission: 'open',
  scoring: 'on-stage',
  galleryPublic: 'from-doors',
  captions: 'off',
  interpreter: 'none',
}

/** Seconds from "4", "4.5", "4,5" or "4:30"; undefined when it is none of them. */
export function readMinutes(text: string): number | undefined {
  const clock = /^(\d{1,3}):([0-5]\d)$/.exec(text.trim())
  if (clock) return Number(clock[1]) * 60 + Number(clock[2])
  const plain = /^(\d{1,3}(?:[.,]\d{1,2})?)(?: ?m(?:in(?:ute)?s?)?)?$/i.exec(text.trim())
  return plain ? Math.round(Number(plain[1]!.replace(',', '.')) * 60) : undefined
}

export function minutesText(seconds: number): string {
  const rest = seconds % 60
  return rest === 0 ? String(seconds / 60) : `${Math.floor(seconds / 60)}:${String(rest).padStart(2, '0')}`
}

export function eventValues(event: Event): EventValues {
  return {
    name: event.name,
    startsAt: wallTime(event.startsAt, findTimeZone(event.timeZone)),
    timeZone: event.timeZone ?? '',
    venue: event.venue,
    talk: minutesText(event.talkSeconds),
    questions: minutesText(event.questionsSeconds),
    admission: event.admission,
    scoring: event.scoring,
    galleryPublic: event.galleryPublic,
    captions: event.captions ? 'on' : 'off',
    interpreter: event.interpreter,
  }
}

export function checkEvent(values: EventValues): Problem['fields'] {
  const problems: Problem['fields'] = []
  const addProblem = (pointer: string, title: string) => problems.push({ pointer, title })
  const year = values.startsAt ? Number.parseInt(values.startsAt, 10) : 2026
  const talk = readMinutes(values.talk)
  const questions = readMinutes(values.questions)
  if (!values.name.trim()) addProblem('/name', 'Please give the event a name')
  if (!(year >= 2000 && year <= 2100)) addProblem('/startsAt', 'Please look at the year again')
  if (values.timeZone.trim() && !findTimeZone(values.timeZone.trim()))
    addProblem('/timeZone', 'There is no such time zone. A name looks like Europe/London')
  if (talk === undefined || talk < 5 || talk > 7200) addProblem('/talkSeconds', 'Minutes, such as 4 or 4:30, up to 120')
  if (questions === undefined || questions > 7200)
    addProblem('/questionsSeconds', 'Minutes, such as 2 or 1:30; 0 for none')
  return problems
}

export function eventBody(values: EventValues) {
  return {
    name: values.name,
    startsAt: readWallTime(values.startsAt, findTimeZone(values.timeZone.trim())),
    timeZone: values.timeZone.trim() || null,
    venue: values.venue,
    talkSeconds: readMinutes(values.talk),
    questionsSeconds: readMinutes(values.questions),
    admission: values.admission,
    scoring: values.scoring,
    galleryPublic: values.galleryPublic,
    captions: values.captions === 'on',
    interpreter: values.interpreter,
  }
}
