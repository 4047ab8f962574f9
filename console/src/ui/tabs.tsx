import { Tabs as BaseTabs } from '@base-ui/react/tabs'
import type { ReactNode } from 'react'

type TabsProps<T extends string> = {
  value: T
  onChange: (value: T) => void
  tabs: { value: T; label: string; icon?: ReactNode }[]
  /** What belongs to the chosen tab. */
  children: ReactNode
}

export function Tabs<T extends string>({ value, onChange, tabs, children }: TabsProps<T>) {
  return (
    <BaseTabs.Root value={value} onValueChange={(next) => onChange(next as T)}>
      <BaseTabs.List className="mb-1.5 flex gap-1">
        {tabs.map((tab) => (
          <BaseTabs.Tab
            key={tab.value}
            value={tab.value}
            className="inline-flex h-8 items-center gap-1.5 rounded-lg px-2.5 text-sm text-ink-soft select-none hover:text-ink data-active:font-medium data-active:text-ink data-active:underline data-active:decoration-accent data-active:decoration-2 data-active:underline-offset-8 [&_svg]:size-4"
          >
            {tab.icon}
            {tab.label}
          </BaseTabs.Tab>
        ))}
      </BaseTabs.List>
      <BaseTabs.Panel value={value} className="outline-none">
        {children}
      </BaseTabs.Panel>
    </BaseTabs.Root>
  )
}
