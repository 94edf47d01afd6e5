import { type Accessor, type JSX, Match, onMount, Show, Switch } from 'solid-js'
import { slugOfPage } from '../../core/page-address.ts'
import type { PageLoader } from '../../core/page-loader.ts'
import { servedContent } from '../../core/served-content.ts'
import { Press } from '../buttons/Press.tsx'
import { PageNotice } from './PageNotice.tsx'

type Props<Content> = {
  loader: PageLoader<Content>
  words: {
    missing: string
    /** `outside`: the heading for visitors without a key. `open`: how the page is opened. `others`: what everyone else can do. */
    outside: string
    open: string
    others?: string
  }
  children: (content: Accessor<Content>) => JSX.Element
}

export function LoadedPage<Content>(props: Props<Content>) {
  onMount(() => props.loader.load())
  return (
    <Switch fallback={servedContent()}>
      <Match when={props.loader.state() === 'missing'}>
        <PageNotice title="There is no event at this address">
          <p>{props.words.missing}</p>
        </PageNotice>
      </Match>
      <Match when={props.loader.state() === 'outside'}>
        <PageNotice title={props.words.outside}>
          <p>
            {props.loader.problem()?.code === 'key-needed' ? props.words.open : `${props.loader.problem()?.title}.`}
          </p>
          <Show when={props.words.others}>
            <p>{props.words.others}</p>
          </Show>
          <a class="button quiet" href={`/e/${slugOfPage()}`}>
            Follow the event
          </a>
        </PageNotice>
      </Match>
      <Match when={props.loader.state() === 'away'}>
        <PageNotice title="The server cannot be reached">
          <p>{props.loader.problem()?.title}. Nothing is lost.</p>
          <Press loud onPress={props.loader.load}>
            Try again
          </Press>
        </PageNotice>
      </Match>
      <Match when={props.loader.state() === 'open' && props.loader.content()}>
        {(content) => <>{props.children(content)}</>}
      </Match>
    </Switch>
  )
}
