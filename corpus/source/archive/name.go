package archive

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// maxName is how many bytes of a member's name are shown in full; a tar may have
// names of a megabyte.
const maxName = 1000

// shown is the name of a member as paths of records show it. A name that could
// mislead (not UTF-8, with control characters, absolute, with "..", with the "!"
// that stands between archive and member) is quoted as a Go string.
func shown(name string) string {
	if len(name) > maxName {
		return strconv.Quote(name[:200]) + "…"
	}
	name = strings.TrimPrefix(name, "./")
	if !utf8.ValidString(name) || misleads(name) {
		return strconv.Quote(name)
	}
	return name
}

func misleads(name string) bool {
	drive := len(name) > 1 && name[1] == ':'
	if name == "" || drive || strings.ContainsAny(name[:1], `/\"`) || strings.Contains(name, "!") {
		return true
	}
	for part := range strings.FieldsFuncSeq(name, isSlash) {
		if part == ".." {
			return true
		}
	}
	return strings.ContainsFunc(name, func(r rune) bool { return !strconv.IsGraphic(r) })
}

// isHidden reports whether a folder would pass over the name: a part of it begins
// with a dot.
func isHidden(name string) bool {
	for part := range strings.FieldsFuncSeq(name, isSlash) {
		if part[0] == '.' && part != "." && part != ".." {
			return true
		}
	}
	return false
}

// base is the last part of a name.
func base(name string) string { return name[strings.LastIndexFunc(name, isSlash)+1:] }

func isSlash(r rune) bool { return r == '/' || r == '\\' }
