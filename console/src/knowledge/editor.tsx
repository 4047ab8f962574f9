import type { Article, ArticleRow } from '@lingxi/contract/knowledge'
import type { Language } from '@lingxi/contract/message'
import { Link } from '@tanstack/react-router'
import { History } from 'lucide-react'
import { useCallback, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Subject, useTranslations } from '../api/review-queries.ts'
import { buttonClass } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { useWide } from '../ui/use-wide.ts'
import { ArticleRecord } from './article-record.tsx'
import { BackToArticles } from './back-to-articles.tsx'
import { Counterpart } from './counterpart.tsx'
import { Details } from './details.tsx'
import type { DraftForm } from './draft-form.ts'
import { DraftNotices } from './draft-notices.tsx'
import { EditorActions } from './editor-actions.tsx'
import { LeaveGuard } from '../ui/leave-guard.tsx'
import { RemoveArticle } from './remove-article.tsx'
import { otherThan, Sides } from './sides.tsx'
import { Standing } from './standing.tsx'
import { TextEditor } from './text-editor.tsx'
import { type Draft, useDraft } from './use-draft.ts'
import { Variants } from './variants.tsx'

type EditorProps = { subject: Subject; start: DraftForm; onReload: () => void }

export function Editor({ subject, start, onReload }: EditorProps) {
  const { t } = useTranslation()
  const leaving = useRef(false)
  const otherChanged = useRef(false)
  const draft = useDraft({ subject, start, place: subject.article?.id ?? 'new' })
  const { form, saved } = draft
  const leave = useCallback(() => void (leaving.current = true), [])
  const tellOther = useCallback((changed: boolean) => void (otherChanged.current = changed), [])
  return (
    <Page
      title={
        <span className="flex flex-wrap items-center gap-2">
          {t(saved.article ? 'knowledge.editor.edit' : 'knowledge.editor.new')}
          {saved.article && <Standing article={{ ...saved.article, revision: saved.revision?.state ?? null }} />}
        </span>
      }
      before={<BackToArticles />}
      actions={
        <>
          {saved.article && <VersionsLink article={saved.article} />}
          {saved.article && <RemoveArticle article={saved.article} onLeave={leave} />}
          <EditorActions draft={draft} onLeave={leave} onReload={onReload} />
        </>
      }
    >
      <DraftNotices draft={draft} onReload={onReload} />
      <div className="grid gap-6 lg:grid-cols-[1fr_17rem]">
        <Texts draft={draft} onOtherChanged={tellOther} />
        <Details form={form} problems={draft.problems} statuses={statusesFor(draft)} onChange={draft.change}>
          {saved.article && <ArticleRecord article={saved.article} />}
        </Details>
      </div>
      <LeaveGuard
        isChanged={() => (draft.changed || otherChanged.current) && !leaving.current}
        onLeave={draft.forget}
      />
    </Page>
  )
}

/** Where a review decides, nobody publishes by a choice. */
function statusesFor({ beside, reviewRequired, saved }: Draft): DraftForm['status'][] {
  if (saved.article?.status === 'review') return []
  if (beside) return []
  const known = saved.article !== undefined
  return ['draft', ...(reviewRequired ? [] : ['published' as const]), ...(known ? ['archived' as const] : [])]
}

function VersionsLink({ article }: { article: Article }) {
  const { t } = useTranslation()
  return (
    <Link
      to="/knowledge/articles/$articleId/versions"
      params={{ articleId: article.id }}
      className={buttonClass('quiet')}
    >
      <History />
      {t('writing.versions')}
    </Link>
  )
}

/** The text, beside it the same in the other language where that is asked for, and the texts for special cases. */
function Texts({ draft, onOtherChanged }: { draft: Draft; onOtherChanged: (changed: boolean) => void }) {
  const [beside, setBeside] = useState(false)
  const roomy = useWide(1180)
  const { form, saved } = draft
  const other = useOther(saved.article, form.language)
  const text = <TextEditor form={form} problems={draft.problems} roomy={roomy && !beside} onChange={draft.change} />
  return (
    <div className="min-w-0">
      <Sides article={saved.article} other={other} language={form.language} beside={beside} onChange={setBeside} />
      {beside && saved.article && other !== undefined ? (
        <div className="grid gap-6 md:grid-cols-2">
          {text}
          <Counterpart
            key={other?.id ?? 'none'}
            article={saved.article}
            language={otherThan(form.language)}
            id={other?.id ?? null}
            onChanged={onOtherChanged}
          />
        </div>
      ) : (
        text
      )}
      {!form.guide && (
        <div className="mt-6">
          <Variants
            variants={form.variants}
            problems={draft.problems.variants ?? []}
            onChange={(variants) => draft.change({ variants })}
          />
        </div>
      )}
    </div>
  )
}

/** The same text in the other language: null where there is none, undefined until that is known. */
function useOther(article: Article | undefined, language: Language): ArticleRow | null | undefined {
  const { data } = useTranslations(article?.id)
  return data && (data.translations.find((each) => each.language === otherThan(language)) ?? null)
}
