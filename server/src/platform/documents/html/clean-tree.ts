/** Takes out of an HTML tree what runs, what is not shown, and addresses that lead nowhere on the web. In place. */
import type { Element } from 'hast'
import { allElements, attribute, type Child, childrenOf, type Parent, setChildren } from './tree.ts'

const removed = new Set(
  'script style noscript template iframe object embed svg math canvas audio video form input button select textarea dialog head link meta base'.split(
    ' ',
  ),
)

export function cleanTree(tree: Parent, base: string | undefined): void {
  for (const element of [tree, ...allElements(tree)]) setChildren(element, childrenOf(element).filter(isShown))
  for (const element of allElements(tree)) {
    if (element.tagName === 'a') mendAddress(element, 'href', base)
    if (element.tagName === 'img') mendAddress(element, 'src', base)
  }
}

function isShown(child: Child): boolean {
  if (child.type === 'comment' || child.type === 'doctype') return false
  if (child.type !== 'element') return true
  if (removed.has(child.tagName)) return false
  const { hidden } = child.properties
  if (hidden !== undefined && hidden !== null && hidden !== false) return false
  if (attribute(child, 'ariaHidden') === 'true') return false
  return !/display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribute(child, 'style') ?? '')
}

/** `javascript:`, `data:` and what cannot be read become plain text, pictures without words nothing. */
function mendAddress(element: Element, name: 'href' | 'src', base: string | undefined): void {
  const given = attribute(element, name) ?? ''
  const url = given !== '' && URL.canParse(given, base) ? new URL(given, base) : undefined
  const allowed = name === 'href' ? /^(https?|mailto|tel):$/ : /^https?:$/
  if (url && allowed.test(url.protocol) && (name === 'href' || (attribute(element, 'alt') ?? '').trim() !== '')) {
    element.properties[name] = url.href
    return
  }
  element.tagName = 'span'
  element.properties = {}
}
