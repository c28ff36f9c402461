package cite

import "github.com/attendu/attendu/corpus"

// shortTreaty is the noun, "charte" or "convention", by which "de la Charte" behind an
// article that ends at i names a treaty, before the text names it in full; "" when
// nothing of the kind stands there.
func (r *reader) shortTreaty(i int) string {
	k, ok := r.of(r.any(i, ","))
	if !ok || !r.upper(k) {
		return ""
	}
	switch w := r.word(k); w {
	case "charte", "convention", "declaration":
		if r.closes(k + len(w)) {
			return w
		}
	}
	return ""
}

// later is the treaty that the whole text means by "la Charte" or "la Convention": the
// Charter of the Union where the text names it or else cites its law, the Convention on
// Human Rights where the text names no other. "" when it tells of neither.
func (r *reader) later(short string) corpus.Key {
	key := r.mem.last[short].key
	if short == "declaration" {
		return r.mem.last["ddhc"].key
	}
	switch {
	case short == "charte" && key == "charte-ue", short == "convention" && key == "cesdh":
		return key
	case short != "charte" || key != "":
		return ""
	}
	for _, law := range [...]string{"reglement", "directive", "decision-cadre", "traite"} {
		if r.mem.last[law].key != "" {
			return "charte-ue"
		}
	}
	return ""
}
