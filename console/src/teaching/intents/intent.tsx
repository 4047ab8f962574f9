import type { Intent } from '@lingxi/contract/teaching'
import { Link, useParams } from '@tanstack/react-router'
import { ArrowLeft, SearchX } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useIntents, useLessonFindings } from '../../api/teaching-queries.ts'
import { useMay } from '../../api/use-session.ts'
import { Badge } from '../../ui/badge.tsx'
import { buttonClass } from '../../ui/button.tsx'
import { Empty, Failed, SkeletonRows } from '../../ui/states.tsx'
import { AddExamples } from '../examples/add-examples.tsx'
import { Examples } from '../examples/examples.tsx'
import { Findings } from '../findings/findings.tsx'
import { titleOf } from '../../pieces/taught-words.ts'
import { IntentActions } from './intent-actions.tsx'

/** An intent with its examples; `out-of-scope` and `all` are places of their own. */
export function IntentScreen() {
  const { t } = useTranslation()
  const { intentId } = useParams({ from: '/understanding/intents/$intentId' })
  const { data: intents, error, refetch } = useIntents()
  const { data: doubts } = useLessonFindings()
  if (!intents)
    return error ? <Failed error={error} onRetry={() => void refetch()} /> : <SkeletonRows count={6} className="h-12" />
  const findings = (name: string) => doubts?.findings.filter(({ intents: names }) => names.includes(name)) ?? []

  if (intentId === 'all')
    return (
      <>
        <Heading title={t('teaching.allExamples')} about={t('teaching.allExamplesLead')} />
        <Examples key="all" scope={{}} intents={intents} />
      </>
    )
  if (intentId === 'out-of-scope')
    return (
      <>
        <Heading title={t('teaching.outOfScope.title')} about={t('teaching.outOfScope.lead')} />
        <Findings findings={findings('')} look={doubts} intents={intents} here="" />
        <Teach scope={{ outOfScope: true }} />
        <Examples key="out-of-scope" scope={{ outOfScope: true }} intents={intents} />
      </>
    )
  const intent = intents.find(({ id }) => id === intentId)
  if (!intent)
    return (
      <Empty icon={<SearchX />} title={t('teaching.gone')}>
        <Link to="/understanding/intents" className={buttonClass()}>
          {t('teaching.back')}
        </Link>
      </Empty>
    )
  return (
    <>
      <IntentHeading intent={intent} />
      <Findings findings={findings(intent.name)} look={doubts} intents={intents} here={intent.name} isOpen />
      {!intent.archived && <Teach scope={{ intentId }} />}
      <Examples key={intentId} scope={{ intentId }} intents={intents} />
    </>
  )
}

function Teach({ scope }: { scope: { intentId?: string; outOfScope?: boolean } }) {
  return useMay('supervisor') && <AddExamples scope={scope} />
}

function IntentHeading({ intent }: { intent: Intent }) {
  const { t, i18n } = useTranslation()
  const mayChange = useMay('supervisor')
  const { name, archived, description, examples } = intent
  const about = i18n.language === 'zh' ? description.zh || description.en : description.en || description.zh
  return (
    <Heading
      title={titleOf(intent, i18n.language)}
      about={about}
      actions={mayChange && <IntentActions intent={intent} />}
    >
      <code className="text-sm text-ink-faint">{name}</code>
      {archived && <Badge tone="warm">{t('teaching.shows.archived')}</Badge>}
      <span className="text-sm text-ink-soft tabular-nums">
        {t('app.languages.zh')} {examples.zh} · {t('app.languages.en')} {examples.en}
      </span>
    </Heading>
  )
}

type HeadingProps = { title: string; about?: string; actions?: ReactNode; children?: ReactNode }

function Heading({ title, about, actions, children }: HeadingProps) {
  const { t } = useTranslation()
  return (
    <header className="mb-4 flex flex-wrap items-start gap-x-3 gap-y-2">
      <Link to="/understanding/intents" aria-label={t('teaching.back')} className={buttonClass('quiet', 'small')}>
        <ArrowLeft />
      </Link>
      <div className="min-w-0 flex-1 basis-60">
        <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <h2 className="text-lg font-semibold break-words">{title}</h2>
          {children}
        </div>
        {about && <p className="max-w-3xl text-ink-soft">{about}</p>}
      </div>
      {actions}
    </header>
  )
}
