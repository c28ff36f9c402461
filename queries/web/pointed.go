package web

import (
	"errors"
	"strings"

	"github.com/attendu/attendu/queries"
)

// pointed is an error that points at its place in what was typed.
type pointed struct {
	Message, Hint       string
	Column              int
	Before, Here, After string
}

// pointed makes of an error one that points at what was typed; nil where it is about
// something else than the request.
func (s *site) pointed(v *visit, p *searchPage, err error) *pointed {
	var e *queries.Error
	if !errors.As(err, &e) || e.Code != queries.Invalid && e.Code != queries.NotYet {
		return nil
	}
	x := &pointed{Message: s.faults.say(v.l, e.Message), Hint: s.faults.say(v.l, e.Hint), Column: e.Column}
	if e.Hint != "" { // the message ends with the hint
		x.Message = s.faults.say(v.l, strings.TrimSuffix(e.Message, "; "+e.Hint))
	}
	if len(p.Filter) > 0 && x.Column > 0 && strings.TrimSpace(p.Asked) != "" {
		x.Column-- // the bracket before what was typed
	}
	typed := []rune(p.Asked)
	if x.Column < 1 || x.Column > len(typed)+1 {
		x.Column = 0
		return x
	}
	at := x.Column - 1
	x.Before, x.Here = string(typed[:at]), " "
	if at < len(typed) {
		x.Here, x.After = string(typed[at:at+1]), string(typed[at+1:])
	}
	return x
}
