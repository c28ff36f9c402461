package record

// Distinct is a list of texts in their order, each once and none empty. The
// zero value is ready to use.
type Distinct struct {
	list []string
	seen map[string]bool
}

// Add appends a text unless it is empty or there already.
func (d *Distinct) Add(s string) {
	if s == "" || d.seen[s] {
		return
	}
	if d.seen == nil {
		d.seen = map[string]bool{}
	}
	d.seen[s] = true
	d.list = append(d.list, s)
}

// List gives the texts, nil when there are none.
func (d *Distinct) List() []string { return d.list }
