package kept

import (
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/attendu/attendu/queries"
)

// Query reads the query of an address. What net/url passes over in silence, a pair with
// ";" or with "%zz", is Invalid: half a question has another answer than the whole.
func Query(r *http.Request) (url.Values, error) {
	q, err := url.ParseQuery(r.URL.RawQuery)
	if err == nil {
		return q, nil
	}
	if strings.Contains(r.URL.RawQuery, ";") {
		return nil, invalid("the address cannot be read: parameters are joined by &, and a semicolon in a value is written as %s", "%3B")
	}
	return nil, invalid("the address cannot be read: %s", err)
}

func invalid(format string, args ...any) error {
	return &queries.Error{Code: queries.Invalid, Message: fmt.Sprintf(format, args...)}
}

// Once refuses a parameter that is given more than once, but for those that may be.
func Once(q url.Values, many func(name string) bool) error {
	for _, name := range sorted(q) {
		if len(q[name]) > 1 && !many(name) {
			return invalid("%s is given %d times, and takes one value", name, len(q[name]))
		}
	}
	return nil
}

// Known refuses a parameter that is not among those of an address: who mistypes a filter
// must not get what it would have kept out.
func Known(q url.Values, names ...string) error {
	for _, name := range sorted(q) {
		if !slices.Contains(names, name) {
			return invalid("there is no parameter %q here; there are %s", name, strings.Join(names, ", "))
		}
	}
	return nil
}

// sorted are the names of parameters: which error is told first is always the same.
func sorted(q url.Values) []string { return slices.Sorted(maps.Keys(q)) }
