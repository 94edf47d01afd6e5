import type { JSX } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { CopySection } from './after/CopySection.tsx'
import { DeleteSection } from './after/DeleteSection.tsx'
import { DownloadSection } from './after/DownloadSection.tsx'
import { OutOfAwardsSection } from './after/OutOfAwardsSection.tsx'
import { AwardsSection } from './awards/AwardsSection.tsx'
import { PrizesSection } from './awards/PrizesSection.tsx'
import { ChallengesSection } from './challenges/ChallengesSection.tsx'
import { EventSection } from './event/EventSection.tsx'
import { JudgesSection } from './judges/JudgesSection.tsx'
import { LinksSection } from './links/LinksSection.tsx'
import { ScreensSection } from './links/ScreensSection.tsx'
import { SendLinksSection } from './links/SendLinksSection.tsx'
import { PeopleHere } from './on-the-day/PeopleHere.tsx'
import type { Organising } from './organising.ts'
import type { Panel } from './organising-judges.ts'
import type { Teams } from './organising-teams.ts'
import { RehearseSection } from './rehearsal/RehearseSection.tsx'
import { RubricSection } from './rubric/RubricSection.tsx'
import type { TaskPageId } from './tasks/task-list.ts'
import { TeamsSection } from './teams/TeamsSection.tsx'

type Props = {
  id: TaskPageId
  organising: Organising
  teams: Teams
  panel: Panel
  onNewKey: (key: string) => void
  onDeleted: (filesLeft: string[]) => void
}

const contents: Record<TaskPageId, (props: Omit<Props, 'id'>) => JSX.Element> = {
  event: EventSection,
  teams: TeamsSection,
  judges: JudgesSection,
  questions: RubricSection,
  awards: AwardsSection,
  prizes: PrizesSection,
  challenges: ChallengesSection,
  links: SendLinksSection,
  rehearse: RehearseSection,
  screens: ScreensSection,
  'people-here': PeopleHere,
  'hand-over': LinksSection,
  'out-of-awards': OutOfAwardsSection,
  download: DownloadSection,
  copy: CopySection,
  delete: DeleteSection,
}

export function TaskContent(props: Props) {
  return (
    <Dynamic
      component={contents[props.id]}
      organising={props.organising}
      teams={props.teams}
      panel={props.panel}
      onNewKey={props.onNewKey}
      onDeleted={props.onDeleted}
    />
  )
}
