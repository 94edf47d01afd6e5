import { plural } from '../../../api/rules/words/plural.ts'
import type { Event } from '../../../api/schema/event.ts'
import type { HomeName, Task } from './task-list.ts'

export type NextTask = { words: string; label: string; task: Pick<Task, 'id' | 'address' | 'ownWindow'> }

/** The one thing to do next on a home page. */
export function nextTask(home: HomeName, event: Event, tasks: Task[]): NextTask {
  if (home === 'before') return nextBefore(event, tasks)
  return home === 'on-the-day' ? nextOnTheDay(event) : nextAfter(event)
}

const desk = (event: Event) => ({ id: 'desk', address: `/present/${event.slug}/desk`, ownWindow: true }) as const
const homeTask = (id: HomeName) => ({ id })

function nextBefore(event: Event, tasks: Task[]): NextTask {
  if (event.phase !== 'setup')
    return { words: 'The doors have been opened.', label: 'Go to the day', task: homeTask('on-the-day') }
  const missing = tasks.filter((task) => task.state === 'missing')
  const [first] = missing
  if (first) {
    const words = plural(missing.length, {
      one: `One thing is missing. ${first.about}.`,
      other: `${missing.length} things are missing. ${first.about}.`,
    })
    return { words, label: first.name, task: first }
  }
  const worth = tasks.find((task) => task.state === 'worth')
  if (worth)
    return {
      words: `Ready for the doors to open. You could still do this: ${worth.about.replace(/\.$/, '')}.`,
      label: worth.name,
      task: worth,
    }
  return {
    words: 'Ready for the doors to open. You open them at the desk.',
    label: 'Open the desk',
    task: desk(event),
  }
}

function nextOnTheDay(event: Event): NextTask {
  if (event.phase === 'setup')
    return {
      words: 'Put the stage on the projector, then open the doors at the desk. Judges scan the code and give a name.',
      label: 'Open the desk',
      task: desk(event),
    }
  if (event.phase === 'live')
    return { words: 'The show is on. You run it from the desk.', label: 'Open the desk', task: desk(event) }
  return { words: 'Scoring has closed.', label: 'Go to After', task: homeTask('after') }
}

function nextAfter(event: Event): NextTask {
  const review = { id: 'review', address: `/e/${event.slug}/review` }
  switch (event.phase) {
    case 'setup':
    case 'live':
      return {
        words: 'Most of this opens once scoring has closed.',
        label: event.phase === 'setup' ? 'Go to Before' : 'Go to the day',
        task: homeTask(event.phase === 'setup' ? 'before' : 'on-the-day'),
      }
    case 'closed':
      return {
        words: 'Read how safe the result is before you reveal it. Nobody else can see it yet.',
        label: 'Review the result',
        task: review,
      }
    case 'revealing':
      return {
        words: 'The reveal has begun. One press at the desk shows the next award.',
        label: 'Open the desk',
        task: desk(event),
      }
    case 'final':
      return {
        words: 'The result is published. Read the judges’ comments: each team finds those that you approve.',
        label: 'Read the comments',
        task: { id: 'comments', address: `/e/${event.slug}/feedback` },
      }
  }
}
