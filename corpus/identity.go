package corpus

import "strings"

// Name gives a decision its keys, from its metadata, and its node, from its
// first source. A decision of which neither court, date nor number is known is
// named by its content.
func (d *Decision) Name() {
	d.Keys = d.Metadata.Keys()
	if len(d.Keys) == 0 {
		d.Keys = []Key{Key("texte/" + ContentHash(d.Text))}
	}
	d.Key = d.Keys[0]
	d.Node = d.Sources[0].Node()
	switch {
	case d.Sources[0].Secondary:
		d.Node = Node(d.Key)
	case d.Node == "":
		d.Node = Node("texte:" + ContentHash(d.Text))
	}
}

// Node is the node of the decision that the source's own id names; "" for a
// source without ids.
func (s Source) Node() Node {
	switch {
	case s.ID == "":
		return ""
	case strings.Contains(s.ID, "TEXT"): // JURITEXT…, CETATEXT…, CONSTEXT…
		return Node("dila:" + s.ID)
	}
	return Node(string(s.Format) + ":" + s.ID)
}

// Identities are the names by which this very decision is known again, from
// whatever source it comes: its node, the ids of its sources, its ECLI, and each
// number with the day. The day matters: a QPC and the ruling of its case share
// their number. The content is no identity but where it is the node: many orders
// of one day are the same to the letter.
func (d *Decision) Identities() []string {
	ids := []string{string(d.Node)}
	for _, s := range d.Sources {
		if n := s.Node(); n != "" && n != d.Node {
			ids = append(ids, string(n))
		}
	}
	for _, k := range d.Keys {
		p, err := k.Parts()
		switch {
		case err != nil || p.ID == string(d.Date) || p.Head == "texte":
		case p.Head == "ecli":
			ids = append(ids, string(k))
		case d.Date != "":
			ids = append(ids, string(k.At(d.Date, "")))
		}
	}
	return ids
}

// Contradicts reports whether two decisions cannot be one, whatever names they
// share: both have an ECLI, a date or a kind of court and these differ, or one
// publisher gives them two ids.
func (d *Decision) Contradicts(o *Decision) bool {
	differ := func(a, b string) bool { return a != "" && b != "" && a != b }
	if differ(d.ECLI, o.ECLI) || differ(string(d.Date), string(o.Date)) ||
		differ(string(d.Court.Kind), string(o.Court.Kind)) {
		return true
	}
	for _, a := range d.Sources {
		for _, b := range o.Sources {
			if a.Format == b.Format && differ(a.ID, b.ID) {
				return true
			}
		}
	}
	return false
}
