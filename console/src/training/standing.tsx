import type { AnswerOf } from '@lingxi/contract/route'
import type { trainingRoutes } from '@lingxi/contract/training-routes'
import { Link } from '@tanstack/react-router'
import { GraduationCap, Square } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCancelTraining, useStartTraining } from '../api/training-queries.ts'
import { useMay } from '../api/use-session.ts'
import { useWhen } from '../i18n/when.ts'
import { FirstLesson } from '../pieces/first-lesson.tsx'
import { Badge } from '../ui/badge.tsx'
import { Button, buttonClass } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field, TextInput } from '../ui/field.tsx'
import { Panel } from '../ui/page.tsx'
import { useToast } from '../ui/toast.tsx'

type StandingOf = AnswerOf<typeof trainingRoutes.getTeaching>

/** What is taught, whether what runs knows of it, and the training that goes on or was the last. */
export function Standing({ standing }: { standing: StandingOf }) {
  const { t } = useTranslation()
  const mayTeach = useMay('supervisor')
  const { taught, running, training, changedSince } = standing
  const goesOn = training?.state === 'running'
  const nothing = taught.intents === 0 && standing.moodExamples === 0
  return (
    <Panel
      title={t('training.standing')}
      lead={t('training.standingText')}
      actions={mayTeach && !goesOn && <Start disabled={nothing} />}
    >
      <div className="flex flex-wrap items-center gap-x-8 gap-y-4">
        <dl className="flex flex-wrap gap-x-8 gap-y-3">
          {(['intents', 'examples', 'moods', 'entityTypes', 'dictionary', 'patterns'] as const).map((name) => (
            <div key={name}>
              <dt className="text-xs text-ink-faint">{t(`training.taught.${name}`)}</dt>
              <dd className="text-lg tabular-nums">{name === 'moods' ? standing.moodExamples : taught[name]}</dd>
            </div>
          ))}
        </dl>
        <p className="ms-auto flex flex-wrap gap-2">
          <Badge tone={running ? 'accent' : 'warm'}>
            {running ? t('training.reads', { number: running.number }) : t('training.noneReads')}
          </Badge>
          {running && changedSince && <Badge tone="warm">{t('training.changedSince')}</Badge>}
        </p>
      </div>
      {nothing && (
        <p className="mt-4 flex flex-wrap items-center gap-3 text-ink-soft">
          {t('training.nothing')}
          <Link to="/understanding/import" className={buttonClass('outline')}>
            {t('teaching.lessons')}
          </Link>
        </p>
      )}
      <FirstLesson className="mt-4" />
      {training && <Last training={training} mayTeach={mayTeach} />}
    </Panel>
  )
}

type Last = NonNullable<StandingOf['training']>

function Last({ training, mayTeach }: { training: Last; mayTeach: boolean }) {
  const { t } = useTranslation()
  const { full } = useWhen()
  const cancel = useCancelTraining()
  const { warn } = useToast()
  const { state, step, done, failure, startedAt } = training
  const share = Math.round(done * 100)
  return (
    <div aria-live="polite" className="mt-5 border-t border-line pt-4">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        <Badge tone={state === 'failed' ? 'danger' : state === 'running' ? 'info' : 'plain'}>
          {t(`training.states.${state}`)}
        </Badge>
        <span className="text-ink-faint">{full(startedAt)}</span>
        {state === 'running' && <span>{t(`training.steps.${step}`)}</span>}
        {failure && <span>{t(`training.failures.${failure}`)}</span>}
      </p>
      {state === 'running' && (
        <div className="mt-3 flex items-center gap-3">
          <progress
            aria-label={t('training.progress')}
            value={share}
            max={100}
            className="h-2 w-full max-w-96 appearance-none overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent"
          />
          <span className="shrink-0 text-sm tabular-nums">{share}%</span>
          {mayTeach && (
            <Button
              size="small"
              disabled={cancel.isPending}
              onClick={() => cancel.mutate(training.id, { onError: warn })}
            >
              <Square />
              {t('training.cancel')}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

function Start({ disabled }: { disabled: boolean }) {
  const { t } = useTranslation()
  const { tell, warn } = useToast()
  const start = useStartTraining()
  const [open, setOpen] = useState(false)
  const [note, setNote] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    start.mutate(note, { onSuccess: () => tell(t('training.started')), onError: warn })
    setOpen(false)
    setNote('')
  }
  return (
    <>
      <Button look="primary" disabled={disabled || start.isPending} onClick={() => setOpen(true)}>
        <GraduationCap />
        {t('training.start')}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('training.start')} about={t('training.startText')}>
        <form onSubmit={submit} className="flex flex-col gap-5">
          <Field label={t('training.note')} hint={t('training.noteHint')}>
            {(names) => (
              <TextInput {...names} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
            )}
          </Field>
          <Button type="submit" look="primary" className="self-end">
            {t('training.start')}
          </Button>
        </form>
      </Dialog>
    </>
  )
}
