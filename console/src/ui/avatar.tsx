import { classNames } from './class-names.ts'

const hues = [168, 205, 265, 325, 20, 45, 95, 190]
const hueOf = (name: string) =>
  hues[[...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % hues.length]

/** The first letter of a name on a colour that is always the same for it. Decoration: the name stands beside it. */
export function Avatar({ name, size = 'medium' }: { name: string; size?: 'small' | 'medium' | 'large' }) {
  const sizes = { small: 'size-6 text-xs', medium: 'size-9 text-base', large: 'size-12 text-xl' }
  const hue = hueOf(name)
  return (
    <span
      aria-hidden
      style={{
        backgroundColor: `light-dark(hsl(${hue} 42% 90%), hsl(${hue} 28% 24%))`,
        color: `light-dark(hsl(${hue} 55% 24%), hsl(${hue} 55% 82%))`,
      }}
      className={classNames('grid shrink-0 place-items-center rounded-full font-semibold select-none', sizes[size])}
    >
      {[...name.trim()][0]?.toUpperCase() ?? '·'}
    </span>
  )
}
