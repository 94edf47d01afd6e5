import { slugOfPage } from '../../core/page-address.ts'
import { Press } from '../buttons/Press.tsx'
import { PageNotice } from './PageNotice.tsx'

export function SealedNotice(props: { title: string; onRetry: () => Promise<unknown> }) {
  return (
    <PageNotice title={props.title}>
      <p>Until the room has seen the whole result, nobody else can read it.</p>
      <Press onPress={props.onRetry}>Look again</Press>
      <a class="button quiet" href={`/e/${slugOfPage()}`}>
        Follow the event
      </a>
    </PageNotice>
  )
}
