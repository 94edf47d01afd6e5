import { type JSX, Match, Show, Switch } from 'solid-js'
import type { WayIn } from '../../core/page-access.ts'
import { PageNotice } from './PageNotice.tsx'

type Words = {
  /** Where to look when there is no event here. */
  lost: string
  /** Whom the page is for, as a heading; how that person gets in; and what there is for everyone else. */
  closed: string
  open: string
  others?: string
}

/** A page behind a personal link: what is inside, or one calm sentence that says why not and what to do. */
export function WayInPage(props: { slug: string; wayIn: WayIn; words: Words; children: JSX.Element }) {
  return (
    <Switch>
      <Match when={props.wayIn.state() === 'nowhere'}>
        <PageNotice title="There is no event at this address">
          <p>{props.words.lost}</p>
        </PageNotice>
      </Match>
      <Match when={props.wayIn.state() === 'outside'}>
        <PageNotice title={props.words.closed}>
          <p>{props.wayIn.problem()?.code === 'key-needed' ? props.words.open : `${props.wayIn.problem()?.title}.`}</p>
          <Show when={props.words.others}>
            <p>{props.words.others}</p>
          </Show>
          <a class="button quiet" href={`/e/${props.slug}`}>
            Follow the event
          </a>
        </PageNotice>
      </Match>
      <Match when={props.wayIn.state() === 'away'}>
        <PageNotice title="The server cannot be reached">
          <p>{props.wayIn.problem()?.title}. Nothing is lost.</p>
          <button class="button" type="button" onClick={() => props.wayIn.open()}>
            Try again
          </button>
        </PageNotice>
      </Match>
      <Match when={props.wayIn.state() === 'inside'}>{props.children}</Match>
    </Switch>
  )
}
