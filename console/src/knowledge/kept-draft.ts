/** What was written and not saved, kept in this tab: a reload or a crash loses nothing. */
import type { Subject } from '../api/review-queries.ts'
import type { DraftForm } from './draft-form.ts'

/** With the version and the edition that it started from, so that what somebody else saved since is not overwritten. */
export type KeptDraft = { form: DraftForm; version: number; edition: number }

const nameOf = (staffId: string, place: string) => `lingxi.article.${staffId}.${place}`

export const keptDrafts = {
  read(staffId: string, place: string): KeptDraft | undefined {
    const stored = sessionStorage.getItem(nameOf(staffId, place))
    return stored === null ? undefined : (JSON.parse(stored) as KeptDraft)
  },
  write: (staffId: string, place: string, kept: KeptDraft) =>
    sessionStorage.setItem(nameOf(staffId, place), JSON.stringify(kept)),
  forget: (staffId: string, place: string) => sessionStorage.removeItem(nameOf(staffId, place)),
}

/** What was opened, as the kept draft saw it. */
export function startedFrom({ article, revision }: Subject, { version, edition }: KeptDraft): Subject {
  return {
    article: article && { ...article, version },
    revision: revision && edition > 0 ? { ...revision, edition } : revision,
  }
}
