/** The drawing: the thing in the middle, what it is related to around it. Loaded only when it is looked at. */
import type { GraphEdgeView, GraphNeighbourhood } from '@lingxi/contract/graph'
import Graph from 'graphology'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import Sigma from 'sigma'
import { useTheme } from '../ui/theme.ts'

type Props = { around: GraphNeighbourhood; onChoose: (id: string) => void }
type Look = { colours: Colours; language: string }
type Colours = { ink: string; line: string; accent: string; node: string; rejected: string }

const longestLabel = 28
const short = (text: string) => (text.length > longestLabel ? `${text.slice(0, longestLabel).toWellFormed()}…` : text)

export function Canvas({ around, onChoose }: Props) {
  const { t, i18n } = useTranslation()
  const place = useRef<HTMLDivElement>(null)
  const choose = useRef(onChoose)
  const [theme] = useTheme()
  useEffect(() => {
    choose.current = onChoose
  }, [onChoose])
  useEffect(() => {
    const container = place.current
    if (!container) return undefined
    const colours = coloursOf(container)
    const sigma = new Sigma(draw(around, { colours, language: i18n.language }), container, {
      renderEdgeLabels: true,
      labelColor: { color: colours.ink },
      edgeLabelColor: { color: colours.ink },
      labelFont: 'Inter, "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif',
      edgeLabelFont: 'Inter, "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif',
      labelSize: 13,
      edgeLabelSize: 11,
      defaultEdgeType: 'arrow',
      labelRenderedSizeThreshold: 0,
      labelDensity: 8,
      labelGridCellSize: 60,
      allowInvalidContainer: true,
    })
    sigma.on('clickNode', ({ node }) => {
      if (!node.startsWith('text:')) choose.current(node)
    })
    return () => sigma.kill()
    // The theme changes the colours that are read from the page.
  }, [around, theme, i18n.language])
  return (
    <>
      <p className="sr-only">{t('graph.canvas', { name: around.entity.name })}</p>
      <div ref={place} aria-hidden className="relative h-72 w-full overflow-hidden bg-sunken lg:h-96" />
    </>
  )
}

function draw({ entity, entities, edges }: GraphNeighbourhood, { colours, language }: Look): Graph {
  const graph = new Graph()
  const others = entities.filter(({ id }) => id !== entity.id)
  graph.addNode(entity.id, { x: 0, y: 0, size: 14, label: short(entity.name), color: colours.accent })
  for (const [at, { id, name, type, edges: degree }] of others.entries()) {
    const angle = (2 * Math.PI * at) / others.length
    // Two rings where one would be crowded.
    const far = others.length > 14 && at % 2 === 1 ? 1.7 : 1
    const size = type === 'text' ? 4 : Math.min(11, 5 + Math.log2(1 + degree))
    const color = type === 'product' ? colours.accent : colours.node
    graph.addNode(id, { x: far * Math.cos(angle), y: far * Math.sin(angle), size, label: short(name), color })
  }
  for (const edge of ownFirst(edges, language)) drawEdge(graph, edge, colours)
  return graph
}

/** What articles of both languages say is drawn once, in the words of the console's language where there are such. */
function ownFirst(edges: GraphEdgeView[], language: string): GraphEdgeView[] {
  const isOwn = ({ relation }: GraphEdgeView) => /\p{Script=Han}/u.test(relation) === (language === 'zh')
  return [...edges].sort((one, other) => Number(isOwn(other)) - Number(isOwn(one)))
}

function drawEdge(graph: Graph, { id, subject, object, relation, verdict }: GraphEdgeView, colours: Colours): void {
  if (subject.id === object.id || !graph.hasNode(subject.id) || !graph.hasNode(object.id)) return
  if (graph.hasEdge(subject.id, object.id)) return
  const color = verdict === 'rejected' ? colours.rejected : colours.line
  const size = verdict === 'confirmed' ? 3 : 1.5
  graph.addEdgeWithKey(id, subject.id, object.id, { label: short(relation), size, color })
}

/** WebGL knows no CSS: the colours of the theme are read from an element that wears them. */
function coloursOf(container: HTMLElement): Colours {
  const probe = container.appendChild(document.createElement('span'))
  // Where motion is reduced, everything has a transition of next to no time, and would still be read in its old colour.
  probe.style.transitionProperty = 'none'
  const read = (name: string) => {
    probe.style.color = `var(--${name})`
    return getComputedStyle(probe).color
  }
  const colours = {
    ink: read('ink'),
    line: read('line-strong'),
    accent: read('accent'),
    node: read('ink-faint'),
    rejected: read('danger-line'),
  }
  probe.remove()
  return colours
}
