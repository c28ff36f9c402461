package commentary

import (
	"strings"

	"github.com/attendu/attendu/corpus"
)

// role is what someone is to another: client and prestataire, salarié and
// employeur. Roles come in pairs.
type role struct {
	id       string
	opposite string
	side     corpus.Side      // of a role that names a side: "appelant"
	kind     corpus.PartyKind // of a role that names a nature: "la société"
}

// usage is one word for a role, with its gender.
type usage struct {
	role   *role
	gender byte
}

// bench is a word for those who judge, or for what they have ruled.
type bench struct {
	levels  string // "1" first instance, "2" appeal, "3" supreme courts; "0" the ruling under review
	proper  bool   // the name of a court, that a place may follow
	ruling  bool   // a ruling, not a court
	chamber bool   // a chamber, named before its court
	caps    bool   // an abbreviation, always in capitals
	full    string // the name in full, of an abbreviation
}

// pronoun stands for someone named before.
type pronoun struct {
	word   string
	gender byte
	last   bool // means the last one named, whoever is the subject
}

// loadRoles reads roles.tsv.
func (r *Reader) loadRoles() error {
	rows, err := table("roles.tsv", 6)
	if err != nil {
		return err
	}
	r.roleByID = map[string]*role{}
	for _, w := range rows {
		x := &role{id: w.cell[0], opposite: w.cell[1]}
		switch of := w.cell[2]; of {
		case "-":
		case string(corpus.Demandeur), string(corpus.Defendeur):
			x.side = corpus.Side(of)
		case string(corpus.Morale), string(corpus.Physique), string(corpus.Publique):
			x.kind = corpus.PartyKind(of)
		default:
			return w.errorf("no side or nature %q", of)
		}
		if r.roleByID[x.id] != nil {
			return w.errorf("role %q comes twice", x.id)
		}
		r.roleByID[x.id] = x
		r.roleList = append(r.roleList, x)
		for i, gender := range []byte{'m', 'f'} {
			for _, s := range list(w.cell[3+i]) {
				r.roles.add(s, &usage{x, gender})
			}
		}
	}
	for _, w := range rows {
		if o := w.cell[1]; o != "-" && (r.roleByID[o] == nil || r.roleByID[o].opposite != w.cell[0]) {
			return w.errorf("%q is not the opposite of %q", o, w.cell[0])
		}
	}
	return nil
}

// loadCourts reads courts.tsv and pronouns.tsv.
func (r *Reader) loadCourts() error {
	rows, err := table("courts.tsv", 4)
	if err != nil {
		return err
	}
	for _, w := range rows {
		b := &bench{levels: w.cell[1]}
		switch w.cell[2] {
		case "nom":
			b.proper = true
		case "chambre":
			b.proper, b.chamber = true, true
		case "acte":
			b.ruling = true
		case "juge":
		default:
			return w.errorf("no kind %q", w.cell[2])
		}
		if w.cell[3] != "-" {
			b.full = w.cell[3]
		}
		for _, s := range list(w.cell[0]) {
			one := *b
			one.caps = s == strings.ToUpper(s)
			r.courts.add(s, &one)
		}
	}
	if rows, err = table("pronouns.tsv", 3); err != nil {
		return err
	}
	for _, w := range rows {
		for _, s := range list(w.cell[0]) {
			p := &pronoun{word: s, last: w.cell[2] == "dernier"}
			if w.cell[1] != "-" {
				p.gender = w.cell[1][0]
			}
			r.pronouns.add(s, p)
		}
	}
	return nil
}
