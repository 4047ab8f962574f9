/** Categories are paths such as `退换货/运费`; as a tree, with the steps in between that no article names itself. */
export type CategoryNode = { path: string; name: string; children: CategoryNode[] }

export function toTree(paths: string[]): CategoryNode[] {
  const roots: CategoryNode[] = []
  for (const path of [...paths].sort((one, other) => one.localeCompare(other, 'zh'))) {
    let level = roots
    let walked = ''
    for (const name of path.split('/')) {
      walked = walked === '' ? name : `${walked}/${name}`
      let node = level.find((each) => each.name === name)
      if (!node) level.push((node = { path: walked, name, children: [] }))
      level = node.children
    }
  }
  return roots
}
