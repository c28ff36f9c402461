package measure

import "slices"

// Around gives the nodes that a node reaches by following links one way, and those that
// reach it, itself among them, ascending: at most so many, the nearest first. cut says
// that there are more.
func Around(g *Graph, node, most int) (nodes []int, cut bool) {
	seen := map[int]bool{node: true}
	nodes = []int{node}
	for _, next := range [2]func(int) []uint32{g.Cited, g.Citing} {
		for at := []int{node}; len(at) > 0; {
			var more []int
			for _, i := range at {
				for _, j := range next(i) {
					if seen[int(j)] {
						continue
					}
					if len(nodes) >= most {
						cut = true
						continue
					}
					seen[int(j)] = true
					nodes, more = append(nodes, int(j)), append(more, int(j))
				}
			}
			at = more
		}
	}
	slices.Sort(nodes)
	return nodes, cut
}

// Within gives the graph of some nodes, ascending, and the links between them: node i of
// it is nodes[i].
func Within(g *Graph, nodes []int) (*Graph, error) {
	var b Builder
	b.Node(len(nodes) - 1)
	for i, at := range nodes {
		for _, j := range g.Cited(at) {
			if to, ok := slices.BinarySearch(nodes, int(j)); ok {
				b.Add(i, to)
			}
		}
	}
	return b.Graph()
}
