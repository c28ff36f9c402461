package httpapi

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/danielgtaylor/huma/v2"
)

// descriptions says of each field of an answer what it means: type, field as in JSON,
// words. It is made from the comments of the types by a test (UPDATE=1), for they are
// gone when the program runs.
//
//go:embed descriptions.tsv
var descriptions string

// describe writes the descriptions into the schemas.
func describe(schemas map[string]*huma.Schema) error {
	for line := range strings.Lines(descriptions) {
		f := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if len(f) != 3 {
			return fmt.Errorf("httpapi: descriptions: %q has no three fields", line)
		}
		s := schemas[f[0]]
		switch {
		case s == nil:
		case f[1] == "":
			s.Description = f[2]
		case s.Properties[f[1]] != nil && s.Properties[f[1]].Ref == "":
			s.Properties[f[1]].Description = f[2]
		}
	}
	return nil
}
