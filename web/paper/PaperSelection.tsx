import { countOf } from '../../api/rules/words/plural.ts'
import { SelectField } from '../ui/fields/SelectField.tsx'
import type { Copying } from './copying-paper.ts'

const sourceWords = { phone: ' · on their phone', paper: ' · copied' }

export function PaperSelection(props: { copying: Copying }) {
  const { copying } = props
  const inWords = () => {
    const all = copying.judges()
    const received = all.filter((judge) => copying.sourceFor(judge.id)).length
    return `Ballots of ${received} of ${countOf(all.length, 'judge')} for this team have arrived.`
  }
  const judgeWords = (id: string) => {
    const source = copying.sourceFor(id)
    return source ? sourceWords[source] : ''
  }
  return (
    <>
      <div class="grid pair">
        <SelectField
          label="Team"
          value={copying.entry()?.id ?? ''}
          options={copying.teams().map((entry) => ({ value: entry.id, label: `${entry.slot}. ${entry.team}` }))}
          onInput={copying.setEntryId}
        />
        <SelectField
          label="Judge"
          value={copying.judge()?.id ?? ''}
          options={copying.judges().map(({ id, name }) => ({ value: id, label: `${name}${judgeWords(id)}` }))}
          onInput={copying.setJudgeId}
        />
      </div>
      <p class="dim" role="status">
        {inWords()}
      </p>
    </>
  )
}
