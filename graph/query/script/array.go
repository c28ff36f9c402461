package script

import (
	"math"
	"slices"
	"strings"
)

// arrayMethods are the methods of arrays.
var arrayMethods map[string]func(*Call, *Array) (any, error)

func init() { // they call the machine, which looks for them
	arrayMethods = map[string]func(*Call, *Array) (any, error){
		"push": func(c *Call, a *Array) (any, error) {
			err := c.m.push(a, c.Args...)
			return float64(len(a.Items)), err
		},
		"pop": func(_ *Call, a *Array) (any, error) {
			if len(a.Items) == 0 {
				return nil, nil
			}
			v := a.Items[len(a.Items)-1]
			a.Items = a.Items[:len(a.Items)-1]
			return v, nil
		},
		"join": joinArray,
		"slice": func(c *Call, a *Array) (any, error) {
			from, to := c.span(len(a.Items))
			return c.copyOf(a.Items[from:to])
		},
		"concat":  concatArray,
		"indexOf": indexInArray,
		"forEach": func(c *Call, a *Array) (any, error) {
			return nil, c.each(a, func(any, any) error { return nil })
		},
		"map": func(c *Call, a *Array) (any, error) {
			out := &Array{}
			return out, c.each(a, func(_, v any) error { return c.m.push(out, v) })
		},
		"filter": func(c *Call, a *Array) (any, error) {
			out := &Array{}
			return out, c.each(a, func(item, v any) error {
				if truth(v) {
					return c.m.push(out, item)
				}
				return nil
			})
		},
		"reverse": func(_ *Call, a *Array) (any, error) { slices.Reverse(a.Items); return a, nil },
		"sort":    sortArray,
	}
}

// joinArray joins the items, with commas unless it is told otherwise.
func joinArray(c *Call, a *Array) (any, error) {
	sep := ","
	if len(c.Args) > 0 {
		var err error
		if sep, err = c.m.text(c.Args[0], 0); err != nil {
			return nil, err
		}
	}
	return c.m.join(a, sep, 0)
}

// concatArray copies the items, and puts those of other arrays, or other values, behind.
func concatArray(c *Call, a *Array) (any, error) {
	out, err := c.copyOf(a.Items)
	if err != nil {
		return nil, err
	}
	for _, x := range c.Args {
		items := []any{x}
		if more, ok := x.(*Array); ok {
			items = more.Items
		}
		if err := c.m.push(out, items...); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// indexInArray gives where a value stands, -1 where it does not.
func indexInArray(c *Call, a *Array) (any, error) {
	for i, x := range a.Items {
		if err := c.m.stop(c.m.meter.Step()); err != nil {
			return nil, err
		}
		if same(x, c.Arg(0)) {
			return float64(i), nil
		}
	}
	return -1.0, nil
}

// each calls the function in the first argument for each item.
func (c *Call) each(a *Array, use func(item, result any) error) error {
	for i := 0; i < len(a.Items); i++ {
		item := a.Items[i]
		v, err := c.Call(c.Arg(0), item, float64(i))
		if err != nil {
			return err
		}
		if err := use(item, v); err != nil {
			return err
		}
	}
	return nil
}

// copyOf is a new array of items.
func (c *Call) copyOf(items []any) (*Array, error) {
	out := &Array{}
	return out, c.m.push(out, items...)
}

// span reads the arguments (from, to) of slice, of which those below 0 count from
// the end.
func (c *Call) span(n int) (from, to int) {
	at := func(i, otherwise int) int {
		f := number(c.Arg(i))
		if c.Arg(i) == nil || math.IsNaN(f) {
			return otherwise
		}
		if f < 0 {
			f += float64(n)
		}
		return int(max(0, min(f, float64(n))))
	}
	from, to = at(0, 0), at(1, n)
	return from, max(from, to)
}

// sortArray sorts by text, or by the sign that a function gives.
func sortArray(c *Call, a *Array) (any, error) {
	var failed error
	texts := func(v any) string {
		s, err := c.m.text(v, 0)
		if failed == nil {
			failed = err
		}
		return s
	}
	items, err := c.copyOf(a.Items) // a function that changes the array does not disturb
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(items.Items, func(x, y any) int {
		if failed == nil {
			failed = c.m.stop(c.m.meter.Step())
		}
		if failed != nil {
			return 0
		}
		if c.Arg(0) == nil {
			return strings.Compare(texts(x), texts(y))
		}
		v, err := c.Call(c.Arg(0), x, y)
		failed = err
		switch n := number(v); {
		case n < 0:
			return -1
		case n > 0:
			return 1
		}
		return 0
	})
	if failed == nil {
		a.Items = items.Items
	}
	return a, failed
}
