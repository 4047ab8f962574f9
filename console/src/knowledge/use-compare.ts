import type { Audience } from '@lingxi/contract/audience'
import { writeGuide } from '@lingxi/contract/guide-text'
import type { ArticleVariant } from '@lingxi/contract/knowledge'
import type { Revision } from '@lingxi/contract/review'
import { useTranslation } from 'react-i18next'
import { useWhen } from '../i18n/when.ts'
import type { Compared } from '../ui/differences.tsx'

type Content = Partial<Revision['draft']>

/** Puts two texts of an article beside each other, part by part, in the words of the screen. */
export function useCompare(): (before: Content, after: Content) => Compared[] {
  const { t } = useTranslation()
  const { full } = useWhen()
  const when = (at: string | null | undefined) => (at ? full(at) : '')
  const audience = (of: Audience | undefined) => {
    if (!of) return ''
    const names = of.kind === 'tiers' ? of.tiers : of.kind === 'staff' ? of.groups : []
    return [t(`keeping.audiences.${of.kind}`), ...names].join('\n')
  }
  const variant = ({ when: { channels, tiers, regions, from, until }, body }: ArticleVariant, at: number) =>
    [
      `${t('writing.variant', { number: at + 1 })}: ${[...channels, ...tiers, ...regions, when(from), when(until)].filter(Boolean).join(' · ')}`,
      body,
    ].join('\n')
  const textOf = ({ guide, body = '', language = 'zh' }: Content) => (guide ? writeGuide(guide, language).text : body)

  const parts: [name: string, text: (content: Content) => string][] = [
    [t('knowledge.editor.title'), ({ title = '' }) => title],
    [t('knowledge.editor.body'), textOf],
    [t('knowledge.editor.language'), ({ language }) => (language ? t(`app.languages.${language}`) : '')],
    [t('guides.kind'), ({ kind }) => (kind ? t(`guides.${kind}`) : '')],
    [t('keeping.audience.label'), (content) => audience(content.audience)],
    [t('writing.category'), ({ category }) => category ?? ''],
    [t('writing.products'), ({ products = [] }) => products.join('\n')],
    [t('knowledge.editor.tags'), ({ tags = [] }) => tags.join('\n')],
    [t('knowledge.editor.alternatives'), ({ alternatives = [] }) => alternatives.join('\n')],
    [t('writing.variants'), ({ variants = [] }) => variants.map(variant).join('\n\n')],
    [t('knowledge.editor.validFrom'), ({ validFrom }) => when(validFrom)],
    [t('knowledge.editor.validUntil'), ({ validUntil }) => when(validUntil)],
  ]
  return (before, after) => parts.map(([name, text]) => ({ name, before: text(before), after: text(after) }))
}
