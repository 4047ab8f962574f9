/** The company's colour as the pages use it: dark enough on white and light enough on black to be read. */
type Colour = [number, number, number]

/** Of text against its ground, by WCAG 2.2 (1.4.3). */
const leastContrast = 4.6
const white: Colour = [255, 255, 255]
const paper = { light: white, dark: [20, 25, 27] as Colour }

export function writeTheme(accent: string): string {
  const colour = parse(accent)
  const light = readable(colour, paper.light, [0, 0, 0])
  const dark = readable(colour, paper.dark, white)
  const on = (ground: Colour) => (contrast(white, ground) >= leastContrast ? '#fff' : '#101415')
  return `:root{--accent:light-dark(${show(light)},${show(dark)});--on-accent:light-dark(${on(light)},${on(dark)})}`
}

/** Goes towards `target` until it can be read. */
function readable(colour: Colour, ground: Colour, target: Colour): Colour {
  for (let step = 0; step < 20; step++) {
    const mixed = colour.map((value, place) => value + ((target[place]! - value) * step) / 20) as Colour
    if (contrast(mixed, ground) >= leastContrast) return mixed
  }
  return target
}

const parse = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as Colour
const show = (colour: Colour) => `#${colour.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`

export function contrast(one: Colour, other: Colour): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high! + 0.05) / (low! + 0.05)
}

function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}
