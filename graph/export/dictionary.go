package export

import "reflect"

// tableRows are the rows of each table.
func tableRows() map[string]reflect.Type {
	return map[string]reflect.Type{
		"decisions": reflect.TypeFor[Decision](), "citations": reflect.TypeFor[Citation](), "parties": reflect.TypeFor[Party](),
		"holdings": reflect.TypeFor[Holding](), "history": reflect.TypeFor[Review](), "provisions": reflect.TypeFor[Provision](),
		"renumberings": reflect.TypeFor[Renumbering](),
	}
}
