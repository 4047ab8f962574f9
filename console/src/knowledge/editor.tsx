import type { Article } from '@lingxi/contract/knowledge'
import { useBlocker, useNavigate } from '@tanstack/react-router'
import { Trash2 } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRemoveArticle, useSaveArticle } from '../api/knowledge-queries.ts'
import { isProblem } from '../api/session.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { Page } from '../ui/page.tsx'
import { Refused } from '../ui/states.tsx'
import { useToast } from '../ui/toast.tsx'
import { BackToArticles } from './back-to-articles.tsx'
import { Conflict } from './conflict.tsx'
import { Details } from './details.tsx'
import { type DraftForm, problemsOf, toDraft } from './draft-form.ts'
import { TextEditor } from './text-editor.tsx'
import { useGuideTerms } from './use-guide-terms.ts'

type EditorProps = { known: Article | undefined; start: DraftForm; onReload: () => void }

export function Editor({ known, start, onReload }: EditorProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { tell } = useToast()
  const [form, setForm] = useState(start)
  const [saved, setSaved] = useState({ form: start, article: known })
  const [tried, setTried] = useState(false)
  const leaving = useRef(false)
  const save = useSaveArticle(saved.article)
  const changed = form !== saved.form && JSON.stringify(form) !== JSON.stringify(saved.form)
  const terms = useGuideTerms()
  const problems = problemsOf(form, terms)
  const change = (part: Partial<DraftForm>) => setForm((before) => ({ ...before, ...part }))
  const submit = () => {
    setTried(true)
    if (Object.keys(problems).length > 0) return
    save.mutate(toDraft(form, terms), {
      onSuccess: (article) => {
        tell(t(article.status === 'published' ? 'knowledge.editor.publishedSaved' : 'knowledge.editor.saved'))
        setSaved({ form, article })
        if (known) return
        leaving.current = true
        void navigate({ to: '/knowledge/articles/$articleId', params: { articleId: article.id }, replace: true })
      },
    })
  }
  return (
    <Page
      title={t(known ? 'knowledge.editor.edit' : 'knowledge.editor.new')}
      before={<BackToArticles />}
      actions={
        <>
          {known && <Remove article={known} leaving={leaving} />}
          <Button look="primary" disabled={save.isPending || (!changed && known !== undefined)} onClick={submit}>
            {t(save.isPending ? 'app.actions.saving' : 'knowledge.editor.save')}
          </Button>
        </>
      }
    >
      <NotSaved error={save.error} body={form.body} onReload={onReload} />
      <div className="grid gap-6 lg:grid-cols-[1fr_18rem]">
        <TextEditor form={form} problems={tried ? problems : {}} onChange={change} />
        <Details form={form} problems={tried ? problems : {}} article={saved.article} onChange={change} />
      </div>
      <LeaveGuard isChanged={() => changed && !leaving.current} />
    </Page>
  )
}

function NotSaved({ error, body, onReload }: { error: unknown; body: string; onReload: () => void }) {
  if (!error) return null
  if (isProblem(error, 'changed-meanwhile')) return <Conflict body={body} onReload={onReload} />
  return (
    <div className="mb-4">
      <Refused error={error} />
    </div>
  )
}

function Remove({ article, leaving }: { article: Article; leaving: { current: boolean } }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { tell, warn } = useToast()
  const [asking, setAsking] = useState(false)
  const remove = useRemoveArticle(article.id)
  const confirmed = () =>
    remove.mutate(undefined, {
      onSuccess: () => {
        tell(t('knowledge.editor.removed'))
        leaving.current = true
        void navigate({ to: '/knowledge' })
      },
      onError: warn,
    })
  return (
    <>
      <IconButton label={t('knowledge.editor.remove')} disabled={remove.isPending} onClick={() => setAsking(true)}>
        <Trash2 />
      </IconButton>
      <Confirm
        dangerous
        open={asking}
        title={t('knowledge.editor.removeTitle')}
        text={t('knowledge.editor.removeText')}
        action={t('app.actions.remove')}
        onConfirm={confirmed}
        onClose={() => setAsking(false)}
      />
    </>
  )
}

/** Nobody loses a text by a wrong click. */
function LeaveGuard({ isChanged }: { isChanged: () => boolean }) {
  const { t } = useTranslation()
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: isChanged,
    enableBeforeUnload: isChanged,
    withResolver: true,
  })
  return (
    <Confirm
      dangerous
      open={status === 'blocked'}
      title={t('app.unsaved.title')}
      text={t('app.unsaved.text')}
      cancel={t('app.unsaved.stay')}
      action={t('app.unsaved.leave')}
      onConfirm={() => proceed?.()}
      onClose={() => reset?.()}
    />
  )
}
