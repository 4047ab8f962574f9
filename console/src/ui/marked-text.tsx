import { classNames } from './class-names.ts'
import { hueStyle } from './hues.ts'
import { type Span, textPieces } from './text-pieces.ts'

/** `hue`: the name that its colour is of. */
export type Mark = Span & { label: string; hue: string }
type MarkedTextProps = {
  text: string
  /** Not overlapping. */
  marks: readonly Mark[]
  /** What is being chosen. */
  chosen?: Span | undefined
}

/**
 * A text with coloured marks, each with its label behind it. The labels are drawn by style alone, so that what is selected in it is
 * the text and nothing else.
 */
export function MarkedText({ text, marks, chosen }: MarkedTextProps) {
  const named = marks.map((mark) => ({ ...mark, chosen: false }))
  const spans = chosen ? [...named, { ...chosen, label: '', hue: '', chosen: true }] : named
  return textPieces(text, spans).map(({ start, text: piece, spans: within }) => {
    const mark = within.find((span) => !span.chosen)
    const isChosen = within.some((span) => span.chosen)
    const ends = mark?.end === start + piece.length
    const shape = classNames(
      'whitespace-pre-wrap',
      isChosen && 'outline-2 outline-accent outline-dashed',
      mark && 'box-decoration-clone rounded px-0.5 py-0.5',
      ends &&
        'after:ms-1 after:whitespace-nowrap after:text-[0.6875rem] after:opacity-85 after:content-[attr(data-label)]',
    )
    return mark ? (
      <mark key={start} data-start={start} data-label={mark.label} style={hueStyle(mark.hue)} className={shape}>
        {piece}
      </mark>
    ) : (
      <span key={start} data-start={start} className={shape}>
        {piece}
      </span>
    )
  })
}
