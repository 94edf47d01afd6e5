import type { EventChanges } from '../../api/schema/event.ts'

export const settings: Record<keyof EventChanges, string> = {
  name: 'its name',
  startsAt: 'when it starts',
  timeZone: 'its time zone',
  venue: 'where it is',
  talkSeconds: 'how long a talk takes',
  questionsSeconds: 'how long questions take',
  admission: 'who can judge',
  method: 'how scores are added up',
  places: 'how many places are announced',
  criterionAwards: 'which criteria have an award',
  awardOrder: 'the order of the awards',
  oneAwardPerTeam: 'whether a team may have several awards',
  publishes: 'how much of the result is published',
  scoring: 'when teams take scores',
  galleryPublic: 'when everyone sees the gallery',
  captions: 'whether there are captions',
  interpreter: 'the space for an interpreter',
  keepPeopleDays: 'how long people’s names stay',
  entriesFrozen: 'whether teams may change their entries',
}
