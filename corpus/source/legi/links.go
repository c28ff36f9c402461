package legi

import (
	"embed"
	"fmt"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/law"
	"github.com/attendu/attendu/corpus/table"
)

//go:embed *.tsv
var files embed.FS

// linkType is a row of links.tsv.
type linkType struct{ from bool }

func loadLinks() (map[string]linkType, error) {
	rows, err := table.ReadFile(files, "links.tsv", "type", "source")
	if err != nil {
		return nil, fmt.Errorf("legi: %w", err)
	}
	all := map[string]linkType{}
	for _, r := range rows {
		way := r.Get("source")
		if way != "from" && way != "to" {
			return nil, fmt.Errorf("legi: %w", r.Errorf("%q is neither from nor to", way))
		}
		all[r.Get("type")] = linkType{from: way == "from"}
	}
	return all, nil
}

// moves are the concordances of a record. A link that names no article is that of
// a whole act, and is not kept. The same link said twice is one.
func (r *Reader) moves(f *fields) []law.ArticleLink {
	out := []law.ArticleLink{}
	seen := map[law.ArticleLink]bool{}
	for _, l := range f.links {
		if !strings.HasPrefix(l.id, "LEGIARTI") {
			continue
		}
		m := law.ArticleLink{Type: l.typ, From: r.links[l.typ].from == l.source, ID: l.id, Key: r.linked(l)}
		if !seen[m] {
			seen[m] = true
			out = append(out, m)
		}
	}
	return out
}

// linked is the key of the other article, "" when the link names none that is
// known.
func (r *Reader) linked(l link) corpus.Key {
	text, ok := r.texts.Code(l.cid)
	if !ok {
		text = r.act(l.nature, l.number, "")
	}
	if text == "" || l.num == "" {
		return ""
	}
	key, _ := articleKey(text, l.num)
	return key
}
