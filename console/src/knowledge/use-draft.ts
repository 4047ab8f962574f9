import { useEffect, useState } from 'react'
import { useSettings } from '../api/staff-queries.ts'
import { type Subject, useSaveSubject } from '../api/review-queries.ts'
import { useMe } from '../api/use-session.ts'
import { type DraftForm, problemsOf, toDraft } from './draft-form.ts'
import { keptDrafts, startedFrom } from './kept-draft.ts'
import { useGuideTerms } from './use-guide-terms.ts'

export type Draft = ReturnType<typeof useDraft>
type Opened = {
  subject: Subject
  start: DraftForm
  /** By what it is kept until it is saved. */
  place: string
}

/** Whether saving leaves the live text as it is, and what is saved over. */
const standingOf = ({ article, revision }: Subject, reviewRequired: boolean) => ({
  beside: article?.status === 'published' && (reviewRequired || revision !== null),
  version: article?.version ?? 0,
  edition: revision?.edition ?? 0,
})

const same = (one: DraftForm, other: DraftForm) => one === other || JSON.stringify(one) === JSON.stringify(other)

/** An article while it is edited: what is written, what was saved, and whether one is the other. */
export function useDraft({ subject: opened, start, place }: Opened) {
  const me = useMe().id
  const terms = useGuideTerms()
  const reviewRequired = useSettings().data?.settings.reviewRequired ?? false
  const [kept] = useState(() => keptDrafts.read(me, place))
  const [form, setForm] = useState(kept?.form ?? start)
  const [saved, setSaved] = useState({ form: start, ...(kept ? startedFrom(opened, kept) : opened) })
  const [tried, setTried] = useState(false)
  const [isRestored, setRestored] = useState(kept !== undefined && !same(kept.form, start))
  const save = useSaveSubject()
  const changed = !same(form, saved.form)
  const problems = problemsOf(form, terms)
  const { beside, version, edition } = standingOf(saved, reviewRequired)

  useEffect(() => {
    if (changed) keptDrafts.write(me, place, { form, version, edition })
    else keptDrafts.forget(me, place)
  }, [changed, form, me, place, version, edition])

  return {
    form,
    saved,
    changed,
    /** What keeps it from being saved, once that was tried. */
    problems: tried ? problems : {},
    /** Whether saving leaves the live text as it is. */
    beside,
    reviewRequired,
    isRestored,
    error: save.error,
    isSaving: save.isPending,
    change: (part: Partial<DraftForm>) => setForm((before) => ({ ...before, ...part })),
    /** Nothing of it is kept any more. */
    forget: () => keptDrafts.forget(me, place),
    giveUp() {
      setForm(saved.form)
      setRestored(false)
    },
    /** `over`: what somebody else saved meanwhile, where this text is to take its place. */
    async save({
      aside = beside,
      over = saved,
    }: {
      aside?: boolean
      over?: Subject
    } = {}): Promise<Subject | undefined> {
      setTried(true)
      if (Object.keys(problems).length > 0) return undefined
      const subject = await save
        .mutateAsync({ over, draft: toDraft(form, terms), beside: aside })
        .catch(() => undefined)
      if (!subject) return undefined
      keptDrafts.forget(me, place)
      setSaved({ form, ...subject })
      setRestored(false)
      return subject
    },
  }
}
