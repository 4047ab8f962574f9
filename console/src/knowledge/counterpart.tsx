import type { Article } from '@lingxi/contract/knowledge'
import type { Language } from '@lingxi/contract/message'
import { Link } from '@tanstack/react-router'
import { FilePlus2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useArticle } from '../api/knowledge-queries.ts'
import { type Subject, useRevision } from '../api/review-queries.ts'
import { useWhen } from '../i18n/when.ts'
import { Button, buttonClass } from '../ui/button.tsx'
import { Empty, Failed, SkeletonRows } from '../ui/states.tsx'
import { useToast } from '../ui/toast.tsx'
import { type DraftForm, toForm, translationForm } from './draft-form.ts'
import { DraftNotices } from './draft-notices.tsx'
import { LinkExisting } from './link-existing.tsx'
import { isOlder } from './sides.tsx'
import { TextEditor } from './text-editor.tsx'
import { type Draft, useDraft } from './use-draft.ts'
import { useGuideTerms } from './use-guide-terms.ts'

type CounterpartProps = {
  /** The article that it stands beside. */
  article: Article
  language: Language
  /** The one in the other language; null where there is none. */
  id: string | null
  onChanged: (changed: boolean) => void
}

/** The same text in the other language: read, written and saved beside this one. */
export function Counterpart({ article, language, id, onChanged }: CounterpartProps) {
  const { t } = useTranslation()
  const [begun, setBegun] = useState(false)
  const name = t(`app.languages.${language}`)
  return (
    <section aria-label={t('writing.side', { language: name })} className="min-w-0">
      {id !== null ? (
        <Known id={id} original={article} onChanged={onChanged} />
      ) : begun ? (
        <Written
          key="new"
          subject={{ article: undefined, revision: null }}
          start={translationForm(article, language)}
          original={article}
          onChanged={onChanged}
          onReload={() => undefined}
        />
      ) : (
        <div className="grid h-full place-items-center rounded-2xl border border-dashed border-line-strong">
          <Empty
            icon={<FilePlus2 />}
            title={t('writing.missing', { language: name })}
            text={t('writing.missingText', { language: name })}
          >
            <Button look="primary" onClick={() => setBegun(true)}>
              {t('writing.writeIt', { language: name })}
            </Button>
            <LinkExisting article={article} language={language} />
          </Empty>
        </div>
      )}
    </section>
  )
}

type KnownProps = { id: string; original: Article; onChanged: (changed: boolean) => void }

function Known({ id, original, onChanged }: KnownProps) {
  const terms = useGuideTerms()
  const article = useArticle(id)
  const revision = useRevision(id)
  const [opening, setOpening] = useState(0)
  if (article.data && revision.data !== undefined) {
    const text = { ...article.data, ...revision.data?.draft }
    const reload = () =>
      void Promise.all([article.refetch(), revision.refetch()]).then(() => setOpening((before) => before + 1))
    return (
      <Written
        key={`${id}.${opening}`}
        subject={{ article: article.data, revision: revision.data }}
        start={toForm(text, terms)}
        original={original}
        onChanged={onChanged}
        onReload={reload}
      />
    )
  }
  const error = article.error ?? revision.error
  return error ? <Failed error={error} onRetry={() => void article.refetch()} /> : <SkeletonRows count={4} />
}

type WrittenProps = Omit<KnownProps, 'id'> & {
  subject: Subject
  start: DraftForm
  onReload: () => void
}

function Written({ subject, start, original, onChanged, onReload }: WrittenProps) {
  const { t } = useTranslation()
  const { tell } = useToast()
  const place = subject.article?.id ?? `translation.${original.id}`
  const draft = useDraft({ subject, start, place })
  const name = t(`app.languages.${start.language}`)
  const { changed, form, saved } = draft
  useEffect(() => {
    onChanged(changed)
    return () => onChanged(false)
  }, [changed, onChanged])
  const save = () => void draft.save().then((done) => done && tell(t('knowledge.editor.saved')))
  return (
    <div className="flex flex-col gap-3">
      <DraftNotices draft={draft} onReload={onReload} />
      <Standing draft={draft} original={original} onKeep={save} />
      {form.guide && saved.article ? (
        <p className="rounded-xl bg-sunken p-4 text-ink-soft">{t('writing.guideElsewhere')}</p>
      ) : (
        <TextEditor form={form} problems={draft.problems} roomy={false} onChange={draft.change} />
      )}
      <div className="flex flex-wrap justify-end gap-2">
        {saved.article && (
          <Link
            to="/knowledge/articles/$articleId"
            params={{ articleId: saved.article.id }}
            className={buttonClass('quiet')}
          >
            {t('writing.openOther', { language: name })}
          </Link>
        )}
        <Button disabled={draft.isSaving || !changed} onClick={save}>
          {t('writing.saveSide', { language: name })}
        </Button>
      </div>
    </div>
  )
}

/** Where the original went on without it; that nothing has to follow can be said. */
function Standing({ draft, original, onKeep }: { draft: Draft; original: Article; onKeep: () => void }) {
  const { t } = useTranslation()
  const { since } = useWhen()
  const { article } = draft.saved
  if (!article || article.translationOf === null || !isOlder(article, original)) return null
  return (
    <div className="flex flex-wrap items-center gap-2 rounded-xl border border-note-line bg-note px-4 py-2 text-note-ink">
      <p className="min-w-40 flex-1">{t('writing.olderText', { when: since(original.updatedAt) })}</p>
      <Button size="small" disabled={draft.changed || draft.isSaving} onClick={onKeep}>
        {t('writing.upToDate')}
      </Button>
    </div>
  )
}
