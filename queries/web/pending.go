package web

import (
	"errors"
	"net/http"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/queries"
)

// severalPage is the data of the page of a name that fits several decisions.
type severalPage struct {
	Name    string
	Choices []queries.Direct
}

// several is the page of a name that fits several decisions; the error where it fits
// none.
func (s *site) several(v *visit, reference string, fault error) (*answer, error) {
	if queries.CodeOf(fault) != queries.Invalid {
		return nil, fault
	}
	found, err := s.lib.Search(v.ctx, queries.SearchRequest{Text: reference, Limit: 1})
	if err != nil || len(found.Direct) < 2 {
		return nil, fault
	}
	p := &severalPage{Name: reference, Choices: found.Direct}
	return &answer{Status: http.StatusMultipleChoices, Template: "several.html", Title: v.text("several.title"), Data: p}, nil
}

// pendingPage is the data of the page of a decision that the library does not hold.
type pendingPage struct {
	Key    corpus.Key
	Usual  string
	Citing []queries.Citing
	More   bool
}

// maxCiting bounds the decisions shown that cite one which is not held.
const maxCiting = 50

// pending is the page of a decision that is cited, and not held. One that nobody cites
// is not found.
func (s *site) pending(v *visit, reference string, missing error) (*answer, error) {
	key, err := corpus.ParseKey(reference)
	if err != nil || !key.IsDecision() {
		return nil, missing
	}
	p := &pendingPage{Key: key, Usual: s.lib.Title(key)}
	for c, err := range s.lib.CitedBy(v.ctx, string(key)) {
		var e *queries.Error
		if errors.As(err, &e) && (e.Code == queries.NotFound || e.Code == queries.Invalid) {
			break
		}
		if err != nil {
			return nil, err
		}
		if p.More = len(p.Citing) == maxCiting; p.More {
			break
		}
		p.Citing = append(p.Citing, *c)
	}
	if len(p.Citing) == 0 {
		return nil, missing
	}
	if p.Usual, err = s.citedName(v, key, p.Citing[0].Key); err != nil {
		return nil, err
	}
	return &answer{Template: "pending.html", Title: p.Usual, Data: p, Permanent: decisionHref(key)}, nil
}

// citedName is the name of a decision that is not held, as the page of one that cites it has it:
// a key says neither chamber nor day.
func (s *site) citedName(v *visit, key, by corpus.Key) (string, error) {
	d, err := s.lib.Decision(v.ctx, string(by))
	if err != nil {
		return "", err
	}
	for _, c := range d.Decisions {
		if c.Key == key {
			return c.Title, nil
		}
	}
	return s.lib.Title(key), nil
}
