package queries

import (
	"sync"

	"github.com/attendu/attendu/corpus/departure"
	"github.com/attendu/attendu/corpus/extract"
	"github.com/attendu/attendu/queries/lang"
)

// The rules are part of the program, and no library changes them: the libraries and readers
// of a process share them. To read them takes longer than most questions.
var (
	sharedExtractor  = sync.OnceValues(extract.New)
	sharedDepartures = sync.OnceValues(departure.New)
	sharedLanguage   = sync.OnceValues(lang.Load)
	sharedEndings    = sync.OnceValues(loadEndings)
)
