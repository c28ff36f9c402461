package archive

import (
	"cmp"
	"path/filepath"
	"slices"
)

// Order puts paths into the order in which they must be read; it is the order in
// which they come, with two exceptions. The archives of each dataset of the DILA
// change places among themselves, so that they come as they were issued, the full
// archive before an increment of the same moment: each takes up what the one
// before it left. And a list of suppressions comes before the other paths of its
// folder, for it precedes the additions of its increment. Only names count.
func Order(paths []string) []string {
	return listsFirst(byIssue(paths))
}

func byIssue(paths []string) []string {
	paths = slices.Clone(paths)
	places := map[string][]int{}
	issues := map[string][]issue{}
	for i, path := range paths {
		if is, ok := parseIssue(path); ok {
			places[is.dataset] = append(places[is.dataset], i)
			issues[is.dataset] = append(issues[is.dataset], is)
		}
	}
	for dataset, all := range issues {
		slices.SortStableFunc(all, func(a, b issue) int { return cmp.Compare(a.date, b.date) })
		for i, at := range places[dataset] {
			paths[at] = all[i].path
		}
	}
	return paths
}

func listsFirst(paths []string) []string {
	lists := map[string][]string{} // by folder
	for _, path := range paths {
		if isList(base(path)) {
			lists[filepath.Dir(path)] = append(lists[filepath.Dir(path)], path)
		}
	}
	if len(lists) == 0 {
		return paths
	}
	var out []string
	for _, path := range paths {
		folder := filepath.Dir(path)
		out = append(out, lists[folder]...)
		delete(lists, folder)
		if !isList(base(path)) {
			out = append(out, path)
		}
	}
	return out
}
