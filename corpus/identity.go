package corpus

// Identities are the names by which this very decision is known again, from
// whatever source it comes: its node, its ECLI, each number with the day, and
// its content. The day matters: a QPC and the ruling of its case share their
// number.
func (d *Decision) Identities() []string {
	ids := []string{string(d.Node), "texte:" + ContentHash(d.Text)}
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
