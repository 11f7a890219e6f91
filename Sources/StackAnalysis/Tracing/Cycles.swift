/// The nodes of a graph that can be reached from themselves. A graph without any costs one look at each edge.
package func membersOfCycles<Node: Hashable>(in children: [Node: [Node]]) -> Set<Node> {
  var parents: [Node: [Node]] = [:]
  var open: [Node: Int] = [:]
  for (node, nodeChildren) in children {
    let inner = nodeChildren.filter { children[$0] != nil }
    open[node] = inner.count
    for child in inner { parents[child, default: []].append(node) }
  }
  // What leads nowhere is in no cycle, and then what leads only there is in none.
  var done = open.filter { $0.value == 0 }.map(\.key)
  while let node = done.popLast() {
    open[node] = nil
    for parent in parents[node, default: []] {
      guard let left = open[parent] else { continue }
      open[parent] = left - 1
      if left == 1 { done.append(parent) }
    }
  }
  return Set(open.keys.filter { reachesItself($0, in: children, among: open) })
}

private func reachesItself<Node: Hashable>(_ node: Node, in children: [Node: [Node]], among left: [Node: Int]) -> Bool {
  var seen: Set<Node> = []
  var open = [node]
  while let next = open.popLast() {
    for child in children[next, default: []] where left[child] != nil && seen.insert(child).inserted {
      if child == node { return true }
      open.append(child)
    }
  }
  return false
}
