import type { AppContext } from '../context.ts'
import { peopleRemovalAt } from '../rules/event/people-removal.ts'
import { pictureAddress } from '../rules/pictures/picture.ts'
import type { Event } from '../schema/event.ts'
import type { StoredEvent } from '../store/events.ts'

export function publicEvent(
  context: Pick<AppContext, 'address'>,
  {
    show,
    version: _v,
    lineUpVersion: _l,
    judgingVersion: _j,
    pictureDigest,
    rehearsalOf,
    phaseSince,
    ...rest
  }: StoredEvent,
): Event {
  return {
    ...rest,
    picture: pictureAddress(rest.slug, pictureDigest),
    phase: show.phase,
    peopleRemovalAt: peopleRemovalAt({ ...rest, phase: show.phase, phaseSince }),
    rehearsal: rehearsalOf !== null,
    joinUrl: `${context.address}/${rest.code}`,
  }
}
