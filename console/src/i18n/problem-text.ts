import { Problem, problems } from '@lingxi/contract/problem'
import type { TFunction } from 'i18next'

/** What went wrong, in the reader's language. */
export function problemTitle(t: TFunction, error: unknown): string {
  if (error instanceof Problem) return t(`problems.${error.code}`)
  return t(error instanceof TypeError ? 'problems.no-connection' : 'problems.broken')
}

/** What the server added about this case, where it says more than the title. */
export function problemDetail(error: unknown): string | undefined {
  if (!(error instanceof Problem)) return undefined
  const fields = error.errors?.map(({ path, message }) => `${path}: ${message}`).join('\n')
  const detail = error.message === problems[error.code].title ? undefined : error.message
  return fields || detail
}
