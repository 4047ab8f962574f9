import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../ui/button.tsx'

type MoveButtonsProps<T> = { items: T[]; place: number; onChange: (items: T[]) => void }

/** Up, down and away, for one of several in order; the last one stays. */
export function MoveButtons<T>({ items, place, onChange }: MoveButtonsProps<T>) {
  const { t } = useTranslation()
  const swap = (other: number) => {
    const moved = [...items]
    moved[place] = items[other]!
    moved[other] = items[place]!
    onChange(moved)
  }
  return (
    <span className="flex shrink-0">
      <IconButton label={t('guides.up')} disabled={place === 0} onClick={() => swap(place - 1)}>
        <ArrowUp />
      </IconButton>
      <IconButton label={t('guides.down')} disabled={place === items.length - 1} onClick={() => swap(place + 1)}>
        <ArrowDown />
      </IconButton>
      <IconButton
        label={t('guides.remove')}
        disabled={items.length === 1}
        onClick={() => onChange(items.filter((_, at) => at !== place))}
      >
        <Trash2 />
      </IconButton>
    </span>
  )
}

/** The list with one of its items changed. */
export const changed = <T,>(items: T[], place: number, part: Partial<T>): T[] =>
  items.map((item, at) => (at === place ? { ...item, ...part } : item))
