import { type Component, Show } from 'solid-js'
import type { Award } from '../../../api/schema/result.ts'
import { givenByWords } from '../../../web/core/words/challenge-words.ts'
import { FitText } from '../../parts/FitText.tsx'
import * as pictureStyles from '../../parts/picture.module.css'
import * as styles from './reveal.module.css'

type Props = { award: Award }

/** The room sees it a second before the name. */
export function AwardHead(props: Props) {
  const Head = heads[props.award.kind]
  return <Head award={props.award} />
}

const heads: Record<Award['kind'], Component<Props>> = {
  place: ChipHead,
  prize: ChipHead,
  criterion: CriterionHead,
  challenge: ChallengeHead,
}

function ChipHead(props: Props) {
  return (
    <p class={styles.head} classList={{ [styles.long]: props.award.name.length > 36 }}>
      <span class={pictureStyles.chip} dir="auto">
        {props.award.name}
      </span>
    </p>
  )
}

function CriterionHead(props: Props) {
  return (
    <div class={styles.head}>
      <p class={styles.headKind}>Best for</p>
      <FitText class={styles.headName} words={props.award.name} largest={8.6} smallest={4.4}>
        {props.award.name}
      </FitText>
    </div>
  )
}

function ChallengeHead(props: Props) {
  return (
    <div class={styles.head}>
      <p class={styles.headKind}>Challenge</p>
      <FitText class={styles.headName} words={props.award.name} largest={8} smallest={3.8}>
        {props.award.name}
      </FitText>
      <Show when={givenByWords(props.award.givenBy)}>
        {(words) => (
          <FitText class={styles.givenBy} words={words()} largest={4} smallest={3.6}>
            {words()}
          </FitText>
        )}
      </Show>
    </div>
  )
}
