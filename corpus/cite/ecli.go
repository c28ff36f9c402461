package cite

import (
	"strings"

	"github.com/attendu/attendu/corpus"
)

// ecli reads a European Case Law Identifier into d, "ECLI:FR:CCASS:2018:CO00182"
// (Council conclusions 2011/C 127/01), and the court that it names.
func (r *reader) ecli(d *decision, i int) (int, bool) {
	if r.word(i) != "ecli" || r.at(i+4) != ':' {
		return i, false
	}
	j := r.blank(i + 5)
	k := j
	for k < len(r.s) && k-j < 50 && (isWord(r.s[k]) || r.s[k] == ':' || r.s[k] == '.') {
		k++
	}
	for k > j && !isWord(r.s[k-1]) {
		k--
	}
	id := strings.ToUpper(r.s[j:k])
	key, err := corpus.ParseKey("ecli/" + id)
	if err != nil {
		return i, false
	}
	p, _ := key.Parts()
	d.ecli = p.ID
	if !d.named {
		d.court.Kind, d.named = ecliCourt(id), true
	}
	return k, true
}

// ecliCourt is the court of an ECLI.
func ecliCourt(id string) corpus.CourtKind {
	part := strings.Split(id, ":")
	switch {
	case part[0] == "EU":
		return corpus.CJUE
	case part[0] == "CE":
		return corpus.CEDH
	case part[0] != "FR":
		return corpus.OtherCrt
	case strings.HasPrefix(part[1], "CE"):
		return corpus.CE
	}
	switch part[1] {
	case "CCASS":
		return corpus.Cass
	case "CC":
		return corpus.CC
	case "TC":
		return corpus.TC
	}
	return corpus.OtherCrt
}

// ecliKey is the key that an ECLI proves: the number of the Conseil d'État and
// of the Conseil constitutionnel, and the application of the Court of Human
// Rights, stand in it. Any other ECLI is its own key.
func ecliKey(id string) corpus.Key {
	part := strings.Split(id, ":")
	self, err := corpus.ParseKey("ecli/" + id)
	if err != nil || len(part) != 4 {
		return ""
	}
	number := ""
	switch kind := ecliCourt(id); kind {
	case corpus.CE:
		number, _, _ = strings.Cut(part[3], ".")
		number = "ce/" + number
	case corpus.CC:
		number = "cc/" + strings.ReplaceAll(part[3], ".", "-")
	case corpus.CEDH:
		// 0623JUD003001010: month, day, kind, application, year
		if n := len(part[3]); n >= 16 && part[3][4:7] == "JUD" {
			app := strings.TrimLeft(part[3][7:n-2], "0")
			number = "cedh/" + app + "-" + part[3][n-2:]
		}
	}
	if k, err := corpus.ParseKey(number); err == nil {
		return k
	}
	return self
}

// celex reads the identifiers of EU acts: "CELEX : 32016R0679", and the address
// "…/eli/reg/2016/679".
func (r *reader) celex(i int) int {
	switch r.word(i) {
	case "celex":
		j := r.any(i+5, ":.")
		if k := r.number(j); k > j {
			j = k
		}
		e := r.wordEnd(j)
		if w := r.s[j:e]; len(w) == 10 && w[0] == '3' && r.digits(j) == j+5 && r.digits(j+6) == e {
			return r.euIdentified(i, e, w[5:6], w[1:5], strings.TrimLeft(w[6:], "0"))
		}
		if w := r.s[j:e]; len(w) == 11 && w[0] == '6' && r.digits(j) == j+5 && r.digits(j+7) == e && (w[5] == 'c' || w[5] == 't') {
			d := decision{court: corpus.Court{Kind: corpus.CJUE}, named: true}
			id := strings.ToUpper(w[5:6]) + "-" + strings.TrimLeft(w[7:], "0") + "-" + w[3:5]
			d.dockets = []docket{{id: id, kind: corpus.CJUE, start: i, end: e}}
			return r.decided(d, i, e)
		}
	case "http", "https":
		e := i
		for e < len(r.s) && e-i < 200 && !isBlank(r.s[e]) && r.s[e] != '"' && r.s[e] != ')' {
			e++
		}
		if n := strings.Index(r.s[i:e], "celex:"); n >= 0 {
			if x := r.celex(i + n); x > i+n {
				return x
			}
		}
		_, path, ok := strings.Cut(r.s[i:e], "/eli/")
		part := strings.Split(path, "/")
		if ok && len(part) >= 3 && len(part[0]) >= 3 && !strings.Contains(r.s[i:e], "legifrance") {
			return r.euIdentified(i, e, part[0][:1], part[1], strings.TrimRight(part[2], "."))
		}
		return e
	}
	return i
}

// euIdentified records the EU act of a kind (r, l, d), year and number.
func (r *reader) euIdentified(i, e int, kind, year, number string) int {
	head, id := "", year+"-"+number
	switch kind {
	case "r":
		head = "reglement"
		if year < "2015" {
			id = number + "-" + year
		}
	case "l", "d":
		head = "directive"
		if year < "2000" && len(year) == 4 {
			id = year[2:] + "-" + number
		}
	}
	key, err := corpus.ParseKey(head + "/" + id)
	if err != nil || len(year) != 4 {
		return e
	}
	return r.instrumentAt(instrument{key: key, start: i, end: e, whole: true, rule: "eu-identifier"})
}
