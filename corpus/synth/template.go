package synth

import (
	"fmt"
	"strings"
)

// template is a sentence or clause with slots.
type template struct {
	id    int // of its own, counted over all tables
	keys  []string
	nodes []node
}

// node is a piece of a template: literal text, a slot, or a choice.
type node struct {
	text string   // literal, or the name of the slot
	kind byte     // 't' text, 's' slot, 'g' gender of a party, 'c' choice
	arg  []string // the two genders
	alts [][]node
}

// parseTemplate reads "{A} a été {A:né|née} [le|vers le] {d}".
func parseTemplate(s string) ([]node, error) {
	var out []node
	for s != "" {
		i := strings.IndexAny(s, "[{")
		if i < 0 {
			i = len(s)
		}
		if i > 0 {
			out = append(out, node{kind: 't', text: strings.ReplaceAll(s[:i], `\n`, "\n")})
			s = s[i:]
			continue
		}
		stop := byte('}')
		if s[0] == '[' {
			stop = ']'
		}
		end := strings.IndexByte(s, stop)
		if end < 0 {
			return nil, fmt.Errorf("%q is not closed", s)
		}
		n, err := parseNode(s[0], s[1:end])
		if err != nil {
			return nil, err
		}
		out, s = append(out, n), s[end+1:]
	}
	return out, nil
}

func parseNode(open byte, body string) (node, error) {
	if open == '[' {
		n := node{kind: 'c'}
		for _, alt := range strings.Split(body, "|") {
			nodes, err := parseTemplate(alt)
			if err != nil {
				return n, err
			}
			n.alts = append(n.alts, nodes)
		}
		if len(n.alts) < 2 {
			return n, fmt.Errorf("[%s] leaves no choice", body)
		}
		return n, nil
	}
	name, genders, isGender := strings.Cut(body, ":")
	if isGender {
		n := node{kind: 'g', text: name, arg: strings.Split(genders, "|")}
		if len(n.arg) != 2 || name != "A" && name != "B" {
			return n, fmt.Errorf("{%s}: want {A:masculine|feminine}", body)
		}
		return n, nil
	}
	if !slots[body] && !strings.HasPrefix(body, "=") {
		return node{}, fmt.Errorf("unknown slot {%s}", body)
	}
	return node{kind: 's', text: body}, nil
}

// slots are the names that the method pen.slot knows, besides {=key}.
var slots = func() map[string]bool {
	m := map[string]bool{}
	for _, s := range strings.Fields(`A B G L R I deA deB deG deL deR deI àA àB S s d f n c cc da P PP p fait
		principe pour contre chef these antithese rejeter rejete statuer a prec precca jugement arret arretparenthese cass derenvoi àlieu
		cloture conciliation ouverture rq cs conseil tribunal cour demande acte taxe arrete autorite acces issue frais`) {
		m[s] = true
	}
	return m
}()
