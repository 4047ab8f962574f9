import { Tooltip } from '@base-ui/react/tooltip'
import type { ReactElement } from 'react'

export const HintProvider = Tooltip.Provider

/** A short text at what is pointed at or focused. The child has an accessible name of its own. */
export function Hint({
  text,
  side = 'top',
  children,
}: {
  text: string
  side?: 'top' | 'right'
  children: ReactElement
}) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger render={children} />
      <Tooltip.Portal>
        <Tooltip.Positioner side={side} sideOffset={6} className="z-50">
          <Tooltip.Popup className="max-w-72 rounded-md bg-ink px-2 py-1 text-xs text-canvas shadow-lift transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0">
            {text}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  )
}
