import type { Intent, LessonFinding } from '@lingxi/contract/teaching'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useChangeExamples } from '../../api/teaching-queries.ts'
import { useMay } from '../../api/use-session.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { useToast } from '../../ui/toast.tsx'
import { titleOf } from '../../pieces/taught-words.ts'
import { FindingText } from './finding-text.tsx'

type FindingCardProps = {
  finding: LessonFinding
  intents: Intent[]
  /** The intent on whose page it stands. */
  here?: string
}

/** What is doubtful about what is taught, and what can be done about it in one press. */
export function FindingCard({ finding, intents, here }: FindingCardProps) {
  const mayChange = useMay('supervisor')
  return (
    <li className="flex flex-wrap items-center gap-3 border-t border-line px-4 py-2.5 first:border-t-0">
      <FindingText finding={finding} />
      {mayChange && <Remedies finding={finding} intents={intents} here={here} />}
    </li>
  )
}

type RemediesProps = { finding: LessonFinding; intents: Intent[]; here: string | undefined }

function Remedies({ finding: { kind, exampleIds, intents: names }, intents, here }: RemediesProps) {
  const { t, i18n } = useTranslation()
  const { tell, warn } = useToast()
  const change = useChangeExamples()
  const told = { onError: warn, onSuccess: () => tell(t('teaching.findings.mended')) }
  if (kind === 'few-examples') {
    const few = intents.find(({ name }) => name === names[0])
    if (!few || few.name === here) return null
    return (
      <Link
        to="/understanding/intents/$intentId"
        params={{ intentId: few.id }}
        className={buttonClass('outline', 'small')}
      >
        {t('teaching.findings.addMore')}
      </Link>
    )
  }
  if (kind === 'duplicate')
    return (
      <Button
        size="small"
        disabled={change.isPending}
        onClick={() => change.mutate({ ids: exampleIds, change: { kind: 'delete' } }, told)}
      >
        {t('teaching.findings.removeDouble')}
      </Button>
    )
  // What is moved to where its text stands already goes: moving all of them leaves one.
  const keepIn = (name: string) => {
    const intent = intents.find((each) => each.name === name)
    if (name === '') change.mutate({ ids: exampleIds, change: { kind: 'out-of-scope' } }, told)
    else if (intent) change.mutate({ ids: exampleIds, change: { kind: 'move', intentId: intent.id } }, told)
  }
  const called = (name: string) => {
    const intent = intents.find((each) => each.name === name)
    if (!intent) return name || t('teaching.outOfScope.title')
    const title = titleOf(intent, i18n.language)
    const sameTitle = names.filter((each) =>
      intents.some((other) => other.name === each && titleOf(other, i18n.language) === title),
    )
    return sameTitle.length > 1 ? name : title
  }
  return (
    <span className="flex flex-wrap gap-1.5">
      {names.map((name) => (
        <Button key={name} size="small" disabled={change.isPending} onClick={() => keepIn(name)} className="max-w-64">
          <span className="truncate">
            {name === here ? t('teaching.findings.keepHere') : t('teaching.findings.keepIn', { name: called(name) })}
          </span>
        </Button>
      ))}
    </span>
  )
}
