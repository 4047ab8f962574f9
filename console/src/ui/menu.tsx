import { Menu as BaseMenu } from '@base-ui/react/menu'
import type { ReactElement, ReactNode } from 'react'
import { classNames } from './class-names.ts'

export function Menu({
  trigger,
  side = 'bottom',
  children,
}: {
  trigger: ReactElement
  side?: 'bottom' | 'right' | 'top'
  children: ReactNode
}) {
  return (
    <BaseMenu.Root>
      <BaseMenu.Trigger render={trigger} />
      <BaseMenu.Portal>
        <BaseMenu.Positioner side={side} align="end" sideOffset={6} className="z-50 outline-none">
          <BaseMenu.Popup
            data-covers=""
            className="min-w-44 rounded-xl border border-line bg-raised p-1 shadow-lift outline-none transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0"
          >
            {children}
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  )
}

type MenuItemProps = {
  icon?: ReactNode
  onSelect: () => void
  dangerous?: boolean
  disabled?: boolean
  children: ReactNode
}

export function MenuItem({ icon, onSelect, dangerous = false, disabled = false, children }: MenuItemProps) {
  return (
    <BaseMenu.Item
      onClick={onSelect}
      disabled={disabled}
      className={classNames(
        'flex cursor-default items-center gap-2.5 rounded-lg px-2.5 py-1.5 outline-none select-none data-disabled:opacity-50 data-highlighted:bg-hover [&_svg]:size-4',
        dangerous ? 'text-danger' : 'text-ink',
      )}
    >
      {icon}
      {children}
    </BaseMenu.Item>
  )
}

export function MenuHeading({ children }: { children: ReactNode }) {
  return <div className="px-2.5 pt-1.5 pb-1 text-xs text-ink-faint">{children}</div>
}

export function MenuLine() {
  return <BaseMenu.Separator className="my-1 h-px bg-line" />
}
