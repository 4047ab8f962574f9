/** Light or dark: as the page says it is, else as its background shows, else as the visitor's system prefers. */

export type Scheme = 'light' | 'dark'

const named = /(?:^|\s|-)(light|dark)(?:$|\s|-)/

/** What the page says of itself, by the means in use: an attribute, a class, or the CSS property. */
export function chooseScheme(page: {
  attributes: string
  colorScheme: string
  background: string
}): Scheme | undefined {
  const said = named.exec(page.attributes)?.[1] as Scheme | undefined
  if (said) return said
  const schemes = page.colorScheme.split(' ').filter((scheme) => scheme === 'light' || scheme === 'dark')
  if (schemes.length === 1) return schemes[0] as Scheme
  if (schemes.length === 2) return undefined
  const brightness = brightnessOf(page.background)
  return brightness === undefined ? undefined : brightness > 0.4 ? 'light' : 'dark'
}

/** Relative luminance (WCAG) of a computed colour; nothing where it is transparent or in another notation. */
export function brightnessOf(color: string): number | undefined {
  const numbers = /^rgba?\(([^)]+)\)$/
    .exec(color)?.[1]
    ?.split(/[\s,/]+/)
    .map(Number)
  if (!numbers || numbers.length < 3 || (numbers[3] ?? 1) < 0.5) return undefined
  const [red = 0, green = 0, blue = 0] = numbers.map((value) => {
    const share = value / 255
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Tells the scheme now and whenever the page or the system changes it. */
export function watchScheme(tell: (scheme: Scheme) => void): void {
  const prefersDark = matchMedia('(prefers-color-scheme: dark)')
  const elements = [document.documentElement, document.body]
  const choose = () => {
    const attributes = elements.map(
      ({ dataset, className }) => `${dataset['theme'] ?? dataset['colorScheme'] ?? ''} ${className}`,
    )
    const backgrounds = elements.map((element) => getComputedStyle(element).backgroundColor)
    const scheme = chooseScheme({
      attributes: attributes.join(' '),
      colorScheme: getComputedStyle(document.documentElement).colorScheme,
      background: backgrounds.findLast((color) => brightnessOf(color) !== undefined) ?? '',
    })
    tell(scheme ?? (prefersDark.matches ? 'dark' : 'light'))
  }
  const observer = new MutationObserver(choose)
  for (const element of elements)
    observer.observe(element, { attributeFilter: ['class', 'style', 'data-theme', 'data-color-scheme'] })
  prefersDark.addEventListener('change', choose)
  addEventListener('load', choose)
  choose()
}
