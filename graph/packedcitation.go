package graph

import "github.com/attendu/attendu/corpus"

// citations reads the citations of a record.
func (p *packed) citations() []corpus.Citation {
	if p.null() {
		return nil
	}
	list := make([]corpus.Citation, p.list())
	for i := range list {
		p.citation(&list[i])
	}
	return list
}

func (p *packed) citation(c *corpus.Citation) {
	p.fields(func(name string) {
		switch name {
		case "start":
			c.Start = p.number()
		case "end":
			c.End = p.number()
		case "text":
			c.Text = p.text()
		case "key":
			c.Key = corpus.Key(p.text())
		case "node":
			c.Node = corpus.Key(p.text())
		case "sub":
			c.Sub = p.text()
		case "qualifier":
			c.Qualifier = corpus.Qualifier(p.text())
		case "qualifier_text":
			c.QualifierText = p.text()
		case "et_suivants":
			c.EtSuivants = p.truth()
		case "date":
			c.Date = corpus.Date(p.text())
		case "chamber":
			c.Chamber = p.text()
		case "zone":
			c.Zone = corpus.ZoneKind(p.text())
		case "speaker":
			c.Speaker = corpus.Speaker(p.text())
		case "speaker_side":
			c.SpeakerSide = corpus.Side(p.text())
		case "use":
			c.Use = corpus.Use(p.text())
		case "rule":
			c.Rule = p.text()
		case "confidence":
			c.Confidence = p.float()
		case "unresolved":
			c.Unresolved = p.text()
		case "under_appeal":
			c.UnderAppeal = p.truth()
		case "also_named":
			c.AlsoNamed = p.keys()
		case "meant":
			c.Meant = p.designation()
		default:
			p.odd = true
		}
	})
}

func (p *packed) designation() *corpus.Designation {
	if p.null() {
		return nil
	}
	d := new(corpus.Designation)
	p.fields(func(name string) {
		switch name {
		case "version":
			d.Version = corpus.Version(p.text())
		case "today":
			d.Today = corpus.Key(p.text())
		case "today_candidates":
			d.TodayCandidates = p.keys()
		case "because":
			d.Because = p.text()
		case "certainty":
			d.Certainty = p.float()
		case "day":
			d.Day = corpus.Date(p.text())
		case "after":
			d.After = p.truth()
		case "came":
			d.Came = p.texts()
		case "went":
			d.Went = p.texts()
		case "reuses":
			d.Reuses = new(corpus.Text)
			p.law(d.Reuses)
		default:
			p.odd = true
		}
	})
	return d
}

func (p *packed) keys() []corpus.Key {
	if p.null() {
		return nil
	}
	keys := make([]corpus.Key, p.list())
	for i := range keys {
		keys[i] = corpus.Key(p.text())
	}
	return keys
}

func (p *packed) texts() []corpus.Text {
	texts := make([]corpus.Text, p.list())
	for i := range texts {
		p.law(&texts[i])
	}
	return texts
}

// law reads a text of law by its name.
func (p *packed) law(t *corpus.Text) {
	var ok bool
	*t, ok = corpus.ParseText(p.text())
	p.odd = p.odd || !ok
}
