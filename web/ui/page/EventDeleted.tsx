import { PageNotice } from './PageNotice.tsx'

export function EventDeleted(props: { name: string | undefined }) {
  return (
    <PageNotice over={props.name} title="This event has been deleted">
      <p>Its organiser has deleted it. There is nothing more to do here.</p>
      <a class="button quiet" href="/">
        Enter the code of another event
      </a>
    </PageNotice>
  )
}
