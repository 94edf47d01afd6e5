import { slideLimits } from '../../../api/rules/pictures/picture.ts'
import { Problem } from '../api.ts'

export const tooManyPages = (pages: number) =>
  new Problem(
    'too-many-slides',
    `These are ${pages} pages, and slides have at most ${slideLimits.pages}. Leave some out and choose them again`,
    422,
  )

export const notSlides = (title: string) => new Problem('not-slides', title, 422)

export const otherDeckSent = () =>
  new Problem(
    'other-deck-sent',
    'Other slides of your team were sent at the same time, perhaps from another phone. Send these again if they are to be shown',
    409,
  )
