import { type JSX, onMount } from 'solid-js'

export function PageNotice(props: { over?: string; title: string; children?: JSX.Element }) {
  let heading!: HTMLHeadingElement
  onMount(() => heading.focus({ preventScroll: true }))
  return (
    <>
      <header class="band">
        <p>{props.over ?? 'Demo Hour'}</p>
        <h1 ref={heading} tabindex="-1">
          {props.title}
        </h1>
      </header>
      <main class="sheet">{props.children}</main>
    </>
  )
}
