package httpapi

import (
	"encoding/json"
	"net/http"
	"reflect"
	"strings"

	"github.com/danielgtaylor/huma/v2"
)

const schemaPrefix = "#/components/schemas/"

// specification is that of the API, as text.
type specification struct{ yaml, json []byte }

// Spec is the specification of the API (OpenAPI 3.1), as YAML.
func Spec() ([]byte, error) {
	s, err := document((&api{}).register(routes{http.NewServeMux()}))
	return s.yaml, err
}

// document completes the specification of an API: it says what the fields mean, and that
// every answer may be a problem.
func document(x huma.API) (s specification, err error) {
	o := x.OpenAPI()
	open(o.Components.Schemas)
	if err := describe(o.Components.Schemas.Map()); err != nil {
		return s, err
	}
	if s.yaml, err = o.YAML(); err != nil {
		return s, err
	}
	s.json, err = json.Marshal(o)
	return s, err
}

// open says of the schemas what the types of Go cannot: that an answer may gain fields,
// and that what is pointed to may be null.
func open(schemas huma.Registry) {
	for name, s := range schemas.Map() {
		if s.AdditionalProperties == false && name != "VerifyText" { // what is asked has no fields but ours
			s.AdditionalProperties = nil
		}
		for _, f := range reflect.VisibleFields(schemas.TypeFromRef(schemaPrefix + name)) {
			tag, omit, _ := strings.Cut(f.Tag.Get("json"), ",")
			p := s.Properties[tag]
			if p == nil || p.Ref == "" || f.Type.Kind() != reflect.Pointer || omit != "" {
				continue
			}
			s.Properties[tag] = &huma.Schema{AnyOf: []*huma.Schema{p, {Type: "null"}}}
		}
	}
}

func (specification) serve(media string, text []byte) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", media)
		_, _ = w.Write(text)
	})
}
