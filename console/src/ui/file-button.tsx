/** A button that chooses one file. The same file chosen again is told again. */
import { FileUp } from 'lucide-react'
import { buttonClass } from './button.tsx'
import { classNames } from './class-names.ts'

type FileButtonProps = { label: string; accept: string; onFile: (file: File) => void }

export function FileButton({ label, accept, onFile }: FileButtonProps) {
  return (
    <label className={classNames(buttonClass(), 'w-fit focus-within:ring-3 focus-within:ring-accent/20')}>
      <FileUp />
      {label}
      <input
        type="file"
        accept={accept}
        className="sr-only"
        onChange={({ target }) => {
          const chosen = target.files?.[0]
          target.value = ''
          if (chosen) onFile(chosen)
        }}
      />
    </label>
  )
}
