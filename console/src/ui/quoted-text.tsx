import { useEffect, useMemo, useRef } from 'react'
import { locateQuote } from './locate-quote.ts'
import { Markdown } from './markdown.tsx'

type QuotedTextProps = { body: string; quoted: { start: number; end: number; quote: string }; missing: string }

/** A whole text with the quoted words highlighted and in sight; when they are gone, they are shown above it. */
export function QuotedText({ body, quoted, missing }: QuotedTextProps) {
  const place = useRef<HTMLDivElement>(null)
  const { start, end, quote } = quoted
  const mark = useMemo(() => locateQuote(body, { start, end, quote }), [body, start, end, quote])
  useEffect(() => {
    place.current?.querySelector('mark')?.scrollIntoView({ block: 'center' })
  }, [])
  return (
    <div ref={place}>
      {!mark && <LostQuote quote={quote} missing={missing} />}
      <Markdown text={body} mark={mark} />
    </div>
  )
}

export function LostQuote({ quote, missing }: { quote: string; missing: string }) {
  return (
    <div className="mb-4 rounded-xl border border-note-line bg-note p-3.5 text-sm text-note-ink">
      {missing}
      <blockquote className="mt-1.5 border-s-2 border-note-line ps-3 whitespace-pre-wrap">{quote}</blockquote>
    </div>
  )
}
