import type { Wish, WishCondition } from '@lingxi/contract/wish'
import { useTranslation } from 'react-i18next'
import { Badge } from './badge.tsx'

/** What the customer looked for in the catalogue, and how many products meet it. */
export function Wished({ wish: { sought, conditions, order, products, fit, asked } }: { wish: Wish }) {
  const { t } = useTranslation()
  const say = (condition: WishCondition) =>
    condition.kind === 'without' ? t('conversation.wish.without', { what: condition.said }) : condition.said
  return (
    <>
      <span className="flex flex-wrap items-center gap-1">
        <Badge tone="accent">{sought}</Badge>
        {conditions.map((condition) => (
          <Badge key={`${condition.kind} ${condition.said}`}>{say(condition)}</Badge>
        ))}
        {order !== 'fit' && <Badge>{t(`conversation.wish.${order}`)}</Badge>}
      </span>
      <span className="text-ink-faint">
        {t('conversation.wish.fit', { fit, products })}
        {asked !== null &&
          ` · ${t('conversation.wish.asked', { what: asked === 'price' ? t('conversation.wish.price') : asked })}`}
      </span>
    </>
  )
}
