/** Walking an HTML tree without recursion, for trees are as deep as whoever wrote them likes. */
import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast'

export type Parent = Root | Element
export type Child = RootContent | ElementContent

export function allElements(tree: Parent): Element[] {
  const found: Element[] = []
  const open: Nodes[] = [tree]
  while (open.length > 0) {
    const node = open.pop()!
    if (node.type === 'element') found.push(node)
    if ('children' in node)
      for (let place = node.children.length - 1; place >= 0; place--) open.push(node.children[place]!)
  }
  return found
}

/** In the order of the document. */
export function textOf(tree: Nodes): string {
  const words: string[] = []
  const open: Nodes[] = [tree]
  while (open.length > 0) {
    const node = open.pop()!
    if (node.type === 'text') words.push(node.value)
    if ('children' in node)
      for (let place = node.children.length - 1; place >= 0; place--) open.push(node.children[place]!)
  }
  return words.join('').replace(/\s+/g, ' ')
}

/** Attributes as they are written in HTML; lists (`class`, `rel`) joined by spaces. */
export function attribute(element: Element | undefined, name: string): string | undefined {
  const known: Record<string, string> = { class: 'className', colspan: 'colSpan', rowspan: 'rowSpan' }
  const value = element?.properties?.[known[name] ?? name]
  if (value === undefined || value === null || value === false) return undefined
  return Array.isArray(value) ? value.join(' ') : String(value)
}

export const childrenOf = (tree: Parent) => tree.children as Child[]
export const setChildren = (tree: Parent, children: Child[]) => {
  tree.children = children as Element['children']
}
