import { useEffect, useRef, useState } from 'preact/hooks'
import { longestComment } from '../limits.ts'
import type { Row } from '../timeline.ts'
import { Bubble } from './bubble.tsx'
import { Icon } from './icons.tsx'
import { useScope } from './scope.ts'

type Step = { at: 'ask' } | { at: 'stars'; solved: boolean } | { at: 'thanks' }

export function SurveyRow({ row }: { row: Extract<Row, { kind: 'survey' }> }) {
  const { chat, words } = useScope()
  const { conversationId, isRated, entry } = row
  const [step, setStep] = useState<Step>()
  const [hasFailed, setFailed] = useState(false)
  const card = useRef<HTMLDivElement>(null)
  const { at, ...rest } = step ?? { at: isRated ? 'thanks' : 'ask' }

  useEffect(() => {
    // The button that led here is gone; the keyboard goes on from what took its place.
    if (step) card.current!.focus({ preventScroll: true })
  }, [step])

  async function rate(rating: { solved: boolean; stars?: number; comment?: string }, next: Step) {
    setFailed(false)
    try {
      await chat.rate({ conversationId, ...rating })
      setStep(next)
    } catch {
      setFailed(true)
    }
  }

  return (
    <Bubble speaker={entry.speaker} isFirst>
      <div class="survey" ref={card} tabIndex={-1}>
        {at === 'ask' && (
          <>
            <p class="question">{entry.text || words.survey}</p>
            <div class="choices">
              {[true, false].map((solved) => (
                <button
                  key={solved}
                  type="button"
                  class="reply"
                  onClick={() => rate({ solved }, { at: 'stars', solved })}
                >
                  {solved ? words.yes : words.no}
                </button>
              ))}
            </div>
          </>
        )}
        {at === 'stars' && (
          <StarsForm
            submit={(stars, comment) =>
              rate(
                { solved: !!('solved' in rest && rest.solved), stars, ...(comment && { comment }) },
                { at: 'thanks' },
              )
            }
            skip={() => setStep({ at: 'thanks' })}
          />
        )}
        {at === 'thanks' && <output>{words.thanks}</output>}
        {hasFailed && (
          <p class="failed" role="alert">
            {words.ratingFailed}
          </p>
        )}
      </div>
    </Bubble>
  )
}

type StarsFormProps = { submit: (stars: number, comment: string) => void; skip: () => void }

function StarsForm({ submit, skip }: StarsFormProps) {
  const { words } = useScope()
  const [stars, setStars] = useState(0)
  const [comment, setComment] = useState('')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        submit(stars, comment.trim())
      }}
    >
      <fieldset class="stars">
        <legend>{words.stars}</legend>
        {[1, 2, 3, 4, 5].map((count) => (
          <label key={count} class={count <= stars ? 'lit' : ''} title={words.star(count)}>
            <input
              type="radio"
              name="stars"
              aria-label={words.star(count)}
              checked={count === stars}
              onChange={() => setStars(count)}
            />
            <Icon name="star" />
          </label>
        ))}
      </fieldset>
      <textarea
        rows={2}
        maxLength={longestComment}
        aria-label={words.comment}
        placeholder={words.comment}
        value={comment}
        onInput={({ currentTarget }) => setComment(currentTarget.value)}
      />
      <div class="choices">
        <button type="submit" class="primary" disabled={stars === 0}>
          {words.submit}
        </button>
        <button type="button" class="plain" onClick={skip}>
          {words.skip}
        </button>
      </div>
    </form>
  )
}
