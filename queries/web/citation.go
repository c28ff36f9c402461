package web

import (
	"net/url"
	"strings"

	"github.com/attendu/attendu/queries"
)

// meta is a meta element: what reference managers read of a page.
type meta struct{ Name, Content string }

// citation is a citation to copy, in a form.
type citation struct{ Form, Text string }

// citationData is what reference managers read: the tags of Highwire and of Dublin
// Core, and a COinS. There is no author but the court: parties and judges are none.
func citationData(v *visit, d *queries.DecisionAnswer) (list []meta, coins string) {
	add := func(name, content string) {
		if content != "" {
			list = append(list, meta{name, content})
		}
	}
	address := v.origin + decisionHref(d.Key)
	nature := natureOf(d)
	add("citation_title", d.Usual)
	add("citation_author", d.Court)
	add("citation_publication_date", strings.ReplaceAll(string(d.Date), "-", "/"))
	add("citation_language", "fr")
	add("citation_public_url", address)
	add("DC.title", d.Usual)
	add("DC.creator", d.Court)
	add("DC.date", string(d.Date))
	add("DC.type", nature)
	add("DC.identifier", d.ECLI)
	for _, n := range d.Numbers {
		add("DC.identifier", n)
	}
	add("DC.language", "fr")
	add("DC.source", address)
	q := url.Values{"ctx_ver": {"Z39.88-2004"}, "rft_val_fmt": {"info:ofi/fmt:kev:mtx:dc"}, "rft.type": {"case"},
		"rft.title": {d.Usual}, "rft.creator": {d.Court}, "rft.language": {"fr"}, "rft.identifier": {address}}
	if d.Date != "" {
		q.Set("rft.date", string(d.Date))
	}
	if d.ECLI != "" {
		q.Add("rft.identifier", d.ECLI)
	}
	return list, q.Encode()
}

func natureOf(d *queries.DecisionAnswer) string {
	if d.Official.Nature != "" {
		return d.Official.Nature
	}
	return d.Read.Nature
}

// forms are the forms of citations, in their order.
var forms = []string{"reflex", "bibtex", "csl"}

// citations are the citations of a decision to copy.
func (s *site) citations(v *visit, d *queries.DecisionAnswer) (list []citation, err error) {
	for _, form := range forms {
		text, err := s.lib.Citation(v.ctx, string(d.Node), form)
		if err != nil {
			return nil, err
		}
		list = append(list, citation{form, strings.TrimSpace(text)})
	}
	return list, nil
}
