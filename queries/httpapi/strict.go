package httpapi

import (
	"fmt"
	"math"
	"strconv"

	"github.com/attendu/attendu/queries"
	"github.com/attendu/attendu/queries/kept"
	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"
)

// strict refuses what huma would pass over: a query that is half read, a parameter of one
// value that is given twice, and numbers that are none, which no bound keeps out.
func strict(ctx huma.Context, next func(huma.Context)) {
	r, w := humago.Unwrap(ctx)
	q, err := kept.Query(r)
	if err == nil {
		err = kept.Once(q, func(name string) bool { return takesMany(ctx.Operation(), name) })
	}
	for _, p := range ctx.Operation().Parameters {
		if err == nil && p.In == "query" && p.Schema.Type == huma.TypeNumber {
			err = finite(p.Name, q.Get(p.Name))
		}
	}
	if err != nil {
		WriteProblem(w, r, err)
		return
	}
	next(ctx)
}

// takesMany reports whether a parameter may be repeated. What is no parameter is refused
// elsewhere.
func takesMany(op *huma.Operation, name string) bool {
	for _, p := range op.Parameters {
		if p.In == "query" && p.Name == name {
			return p.Schema.Type == huma.TypeArray
		}
	}
	return true
}

// finite refuses NaN and the infinite.
func finite(name, value string) error {
	n, err := strconv.ParseFloat(value, 64)
	if err == nil && (math.IsNaN(n) || math.IsInf(n, 0)) {
		return &queries.Error{Code: queries.Invalid, Message: fmt.Sprintf("%s: %q is no number", name, value)}
	}
	return nil
}
