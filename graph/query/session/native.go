package session

import (
	"time"

	"github.com/cayleygraph/quad"
)

// Native gives a value of the graph as JSON has it: an IRI as "<code-civil/1240>",
// so that it can be used in a query again, text as it is, numbers and truth values
// as such, and a time as "2019-11-13" when it is a whole day in UTC.
func Native(v quad.Value) any {
	switch v := v.(type) {
	case nil:
		return nil
	case quad.String:
		return string(v)
	case quad.Int:
		return int64(v)
	case quad.Float:
		return float64(v)
	case quad.Bool:
		return bool(v)
	case quad.Time:
		return Time(time.Time(v))
	}
	return quad.StringOf(v)
}

// Time writes a whole day in UTC as a day, and any other moment in full.
func Time(t time.Time) string {
	t = t.UTC()
	if t.Equal(t.Truncate(24 * time.Hour)) {
		return t.Format(time.DateOnly)
	}
	return t.Format(time.RFC3339Nano)
}
