/** Where an article was taken from, opened at the page where a passage stands. */
import type { ArticleOrigin } from '@lingxi/contract/knowledge'
import { ExternalLink, FileText } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useOriginal } from '../api/source-queries.ts'
import { Button, buttonClass } from '../ui/button.tsx'
import { useToast } from '../ui/toast.tsx'

/** `start`: a UTF-16 offset into the article's body; `quote`: the words there. Without them, the original as a whole. */
type OriginLineProps = { origin: ArticleOrigin; start?: number; quote?: string }

export function OriginLine({ origin, start = 0, quote }: OriginLineProps) {
  const { t } = useTranslation()
  const { warn } = useToast()
  const { mutate, isPending } = useOriginal()
  const page = origin.pages.findLast((each) => each.start <= start)?.page
  const isAddress = /^https?:\/\//.test(origin.location)
  const name = origin.location.split('/').at(-1) || origin.location
  return (
    <p className="mb-3 flex flex-wrap items-center gap-2 text-sm text-ink-soft">
      <FileText aria-hidden className="size-4 shrink-0" />
      <span className="min-w-0 flex-1 break-all">
        {t('sources.origin.from', { name: isAddress ? origin.location : name })}
        {page !== undefined && origin.pages.length > 1 && ` · ${t('sources.origin.page', { page })}`}
      </span>
      {isAddress ? (
        <a
          href={quote ? `${origin.location}#:~:text=${encodeURIComponent(quote.slice(0, 80))}` : origin.location}
          target="_blank"
          rel="noreferrer"
          className={buttonClass('outline', 'small')}
        >
          <ExternalLink />
          {t('sources.origin.open')}
        </a>
      ) : (
        <Button
          size="small"
          disabled={isPending}
          onClick={() => mutate({ id: origin.itemId, name, page: page ?? 1 }, { onError: warn })}
        >
          <ExternalLink />
          {t('sources.origin.open')}
        </Button>
      )}
    </p>
  )
}
