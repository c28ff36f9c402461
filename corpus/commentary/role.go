package commentary

import (
	"fmt"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/court"
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
	full    string // the usual name of the kind of court
}

// pronoun stands for someone named before.
type pronoun struct {
	word   string
	gender byte
	last   bool // means the last one named, whoever is the subject
}

// loadRoles reads roles.tsv.
func (r *Reader) loadRoles() error {
	all, err := rows("roles.tsv")
	if err != nil {
		return err
	}
	r.roleByID = map[string]*role{}
	for _, w := range all {
		x := &role{id: w.Get("role"), opposite: w.Get("opposite")}
		switch of := w.Get("names"); of {
		case "":
		case string(corpus.Demandeur), string(corpus.Defendeur):
			x.side = corpus.Side(of)
		case string(corpus.Morale), string(corpus.Physique), string(corpus.Publique):
			x.kind = corpus.PartyKind(of)
		default:
			return w.Errorf("no side or nature %q", of)
		}
		if r.roleByID[x.id] != nil {
			return w.Errorf("role %q comes twice", x.id)
		}
		r.roleByID[x.id] = x
		r.roleList = append(r.roleList, x)
		for _, s := range w.List("masculine") {
			r.roles.add(s, &usage{x, 'm'})
		}
		for _, s := range w.List("feminine") {
			r.roles.add(s, &usage{x, 'f'})
		}
	}
	for _, w := range all {
		if o := w.Get("opposite"); o != "" && (r.roleByID[o] == nil || r.roleByID[o].opposite != w.Get("role")) {
			return w.Errorf("%q is not the opposite of %q", o, w.Get("role"))
		}
	}
	return nil
}

// loadCourts takes the names of courts and of the chambers of the Cour de
// cassation, and reads judges.tsv.
func (r *Reader) loadCourts() error {
	courts, err := court.Load()
	if err != nil {
		return fmt.Errorf("commentary: %w", err)
	}
	for _, n := range courts.Names(court.Commentary) {
		r.courts.add(n.Printed, &bench{levels: n.Levels, proper: true, caps: n.Capitals, full: n.Full})
	}
	for _, name := range courts.ChamberNames() {
		r.courts.add(name, &bench{levels: "3", proper: true, chamber: true})
	}
	all, err := rows("judges.tsv")
	if err != nil {
		return err
	}
	for _, w := range all {
		b := &bench{levels: w.Get("levels"), ruling: w.Get("use") == "acte"}
		if !b.ruling && w.Get("use") != "juge" || b.levels == "" {
			return w.Errorf("neither juge nor acte, or no level")
		}
		for _, s := range w.List("words") {
			r.courts.add(s, b)
		}
	}
	return nil
}

// loadPronouns reads pronouns.tsv.
func (r *Reader) loadPronouns() error {
	all, err := rows("pronouns.tsv")
	if err != nil {
		return err
	}
	for _, w := range all {
		for _, s := range w.List("words") {
			p := &pronoun{word: s, last: w.Get("stands") == "dernier"}
			if g := w.Get("gender"); g != "" {
				p.gender = g[0]
			}
			r.pronouns.add(s, p)
		}
	}
	return nil
}
