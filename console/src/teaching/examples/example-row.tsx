import type { Example, Intent } from '@lingxi/contract/teaching'
import { Link } from '@tanstack/react-router'
import { Highlighter, Pencil } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../ui/badge.tsx'
import { IconButton } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { MarkedText } from '../../ui/marked-text.tsx'
import { Annotator } from '../marking/annotator.tsx'
import { useMarks } from '../marking/use-marks.ts'
import { titleOf } from '../../pieces/taught-words.ts'
import { ExampleEdit } from './example-edit.tsx'

type ExampleRowProps = {
  example: Example
  /** Told where examples of several intents stand together. */
  intent: Intent | undefined
  isChosen: boolean
  onChoose: ((isChosen: boolean) => void) | undefined
}

export function ExampleRow({ example, intent, isChosen, onChoose }: ExampleRowProps) {
  const { t, i18n } = useTranslation()
  const [doing, setDoing] = useState<'edit' | 'mark'>()
  const { text, language, source, entities, outOfScope } = example
  const marksOf = useMarks()
  const stop = () => setDoing(undefined)
  return (
    <li className="border-t border-line px-4 py-2 first:border-t-0">
      <div className="flex items-start gap-3">
        {onChoose && (
          <span className="mt-1.5">
            <Checkbox label={t('teaching.choose', { text })} checked={isChosen} onChange={onChoose} />
          </span>
        )}
        <div className="min-w-0 flex-1">
          {doing === 'edit' ? (
            <ExampleEdit example={example} onClose={stop} />
          ) : (
            <p className="py-1 leading-7 break-words">
              <MarkedText text={text} marks={marksOf(entities)} />
            </p>
          )}
          {(intent || outOfScope) && (
            <p className="text-sm text-ink-faint">
              {intent ? (
                <Link
                  to="/understanding/intents/$intentId"
                  params={{ intentId: intent.id }}
                  className="hover:underline"
                >
                  {titleOf(intent, i18n.language)}
                </Link>
              ) : (
                t('teaching.outOfScope.title')
              )}
            </p>
          )}
        </div>
        <span className="mt-1.5 hidden gap-1.5 sm:flex">
          <Badge>{t(`app.languages.${language}`)}</Badge>
          {source !== 'written' && <Badge tone="info">{t(`teaching.sources.${source}`)}</Badge>}
        </span>
        {onChoose && (
          <span className="flex">
            <IconButton label={t('teaching.editExample', { text })} onClick={() => setDoing('edit')}>
              <Pencil />
            </IconButton>
            <IconButton label={t('teaching.marking.action', { text })} onClick={() => setDoing('mark')}>
              <Highlighter />
            </IconButton>
          </span>
        )}
      </div>
      {doing === 'mark' && <Annotator example={example} onClose={stop} />}
    </li>
  )
}
