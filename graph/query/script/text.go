package script

import (
	"math"
	"strings"
	"unicode/utf8"
)

// textMethods are the methods of text. Places count characters.
var textMethods map[string]func(*Call, string) (any, error)

func init() { // they call the machine, which looks for them
	textMethods = map[string]func(*Call, string) (any, error){
		"charAt":      func(c *Call, s string) (any, error) { return c.m.character(s, number(c.Arg(0))) },
		"toLowerCase": func(c *Call, s string) (any, error) { return strings.ToLower(s), c.Alloc(2 * len(s)) },
		"toUpperCase": func(c *Call, s string) (any, error) { return strings.ToUpper(s), c.Alloc(2 * len(s)) },
		"trim":        func(_ *Call, s string) (any, error) { return strings.TrimSpace(s), nil },
		"startsWith":  func(c *Call, s string) (any, error) { return with(c, s, strings.HasPrefix) },
		"endsWith":    func(c *Call, s string) (any, error) { return with(c, s, strings.HasSuffix) },
		"indexOf": func(c *Call, s string) (any, error) {
			part, err := c.m.text(c.Arg(0), 0)
			if err != nil {
				return nil, err
			}
			i := strings.Index(s, part)
			if i < 0 {
				return -1.0, c.Alloc(len(s) / 8)
			}
			return float64(utf8.RuneCountInString(s[:i])), c.Alloc(len(s) / 8)
		},
		"slice": func(c *Call, s string) (any, error) { return part(c, s, c.span) },
		"substring": func(c *Call, s string) (any, error) {
			return part(c, s, func(n int) (int, int) {
				from, to := bound(c.Arg(0), 0, n), bound(c.Arg(1), n, n)
				return min(from, to), max(from, to)
			})
		},
		"split": func(c *Call, s string) (any, error) {
			out := &Array{}
			if c.Arg(0) == nil {
				return out, c.m.push(out, s)
			}
			sep, err := c.m.text(c.Arg(0), 0)
			if err != nil {
				return nil, err
			}
			if err := c.Alloc(64 * (1 + strings.Count(s, sep))); err != nil {
				return nil, err
			}
			for _, p := range strings.Split(s, sep) {
				out.Items = append(out.Items, p)
			}
			return out, nil
		},
		"replace": func(c *Call, s string) (any, error) {
			old, err := c.m.text(c.Arg(0), 0)
			if err != nil {
				return nil, err
			}
			fresh, err := c.m.text(c.Arg(1), 0)
			if err != nil {
				return nil, err
			}
			if err := c.Alloc(len(s) + len(fresh)); err != nil {
				return nil, err
			}
			return strings.Replace(s, old, fresh, 1), nil
		},
	}
}

// with asks whether the text has a part, as has finds it.
func with(c *Call, s string, has func(s, part string) bool) (any, error) {
	p, err := c.m.text(c.Arg(0), 0)
	return has(s, p), err
}

// part cuts a text where at says, given the count of its characters.
func part(c *Call, s string, at func(n int) (from, to int)) (any, error) {
	if err := c.Alloc(4*len(s) + 16); err != nil {
		return nil, err
	}
	runes := []rune(s)
	from, to := at(len(runes))
	return string(runes[from:to]), nil
}

// bound is an argument as a place between 0 and n.
func bound(v any, otherwise, n int) int {
	f := number(v)
	switch {
	case v == nil:
		return otherwise
	case math.IsNaN(f):
		return 0
	}
	return int(max(0, min(f, float64(n))))
}

// character is the n-th character of a text, "" if there is none.
func (m *machine) character(s string, n float64) (any, error) {
	if err := m.spend(len(s)/8 + 4); err != nil {
		return nil, err
	}
	for _, r := range s {
		if n == 0 {
			return string(r), nil
		}
		n--
	}
	return "", nil
}

// mathematics are the globals that every script has.
var mathematics = map[string]any{
	"String": Native(func(c *Call) (any, error) { return c.m.text(c.Arg(0), 0) }),
	"Number": Native(func(c *Call) (any, error) { return number(c.Arg(0)), nil }),
	"Math":   members{"floor": rounded(math.Floor), "ceil": rounded(math.Ceil), "abs": rounded(math.Abs), "min": extreme(math.Min, 1), "max": extreme(math.Max, -1)},
}

// members is an object of the host with fixed members.
type members map[string]any

// Member is what the dot gives.
func (m members) Member(name string) any { return m[name] }

func rounded(f func(float64) float64) Native {
	return func(c *Call) (any, error) { return f(number(c.Arg(0))), nil }
}

func extreme(f func(a, b float64) float64, sign int) Native {
	return func(c *Call) (any, error) {
		out := math.Inf(sign)
		for _, a := range c.Args {
			out = f(out, number(a))
		}
		return out, nil
	}
}
