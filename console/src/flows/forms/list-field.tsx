import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from '../../ui/button.tsx'
import { moved, without } from '../edits/at-place.ts'

type ListFieldProps<T> = {
  label: string
  hint?: string
  items: readonly T[]
  most: number
  least?: number
  addLabel: string
  fresh: () => T
  onChange: (items: T[]) => void
  children: (item: T, place: number) => ReactNode
}

/** Several of the same, one below the other: added, removed, and put in another order. */
export function ListField<T>(props: ListFieldProps<T>) {
  const { t } = useTranslation()
  const { label, hint, items, most, least = 0, addLabel, fresh, onChange, children } = props
  return (
    <section aria-label={label} className="flex flex-col gap-2">
      <div>
        <h3 className="text-sm font-medium text-ink-soft">{label}</h3>
        {hint && <p className="text-xs text-ink-faint">{hint}</p>}
      </div>
      {items.map((item, place) => (
        // They have no names of their own, and their fields hold no state.
        <div key={place} className="flex gap-1.5 rounded-xl border border-line bg-sunken p-2.5">
          <div className="flex min-w-0 flex-1 flex-col gap-2.5">{children(item, place)}</div>
          <div className="-me-1 flex flex-col">
            <IconButton
              label={t('flowForms.removeItem', { number: place + 1 })}
              className="size-7!"
              disabled={items.length <= least}
              onClick={() => onChange(without(items, place))}
            >
              <X />
            </IconButton>
            {items.length > 1 && (
              <>
                <IconButton
                  label={t('flowForms.itemUp', { number: place + 1 })}
                  className="size-7!"
                  disabled={place === 0}
                  onClick={() => onChange(moved(items, place, -1))}
                >
                  <ArrowUp />
                </IconButton>
                <IconButton
                  label={t('flowForms.itemDown', { number: place + 1 })}
                  className="size-7!"
                  disabled={place === items.length - 1}
                  onClick={() => onChange(moved(items, place, 1))}
                >
                  <ArrowDown />
                </IconButton>
              </>
            )}
          </div>
        </div>
      ))}
      <Button
        size="small"
        className="w-fit"
        disabled={items.length >= most}
        onClick={() => onChange([...items, fresh()])}
      >
        <Plus />
        {addLabel}
      </Button>
    </section>
  )
}

/** An empty list is not written. */
export const orNothing = <T,>(items: T[]): T[] | undefined => (items.length === 0 ? undefined : items)
