package graph

import (
	_ "embed"

	"github.com/klauspost/compress/zstd"
)

// Dictionaries hold what texts and records of decisions have in common: formulas, names
// of codes and courts, names of fields. Each decision is compressed alone, so that it is
// read alone; with them a text takes a seventh less, and a short one a third. They are
// made of invented decisions (TestMakeDictionaries), and each has its number in what was
// written with it: one that was ever published stays, and another comes beside it.
var (
	//go:embed dictionary/text-1.zdict
	textDictionary []byte
	//go:embed dictionary/record-2.zdict
	namedRecordDictionary []byte
	//go:embed dictionary/record-3.zdict
	recordDictionary []byte
)

// The numbers of the dictionaries.
const (
	textDictionaryID   = 1
	recordDictionaryID = 3
)

// Coders need no state between calls: all are safe for concurrent use through EncodeAll
// and DecodeAll. What was written without a dictionary is read as well.
var (
	textEncoder   = newEncoder(textDictionary)
	recordEncoder = newEncoder(recordDictionary)
	decoder       = newDecoder(textDictionary, namedRecordDictionary, recordDictionary)
)

// newEncoder makes a coder with one of the dictionaries built in. With a dictionary the
// fastest level packs more than the usual one without.
func newEncoder(dictionary []byte) *zstd.Encoder {
	e, err := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(2), zstd.WithEncoderLevel(zstd.SpeedFastest),
		zstd.WithEncoderDict(dictionary))
	if err != nil {
		panic("graph: dictionary: " + err.Error())
	}
	return e
}

func newDecoder(dictionaries ...[]byte) *zstd.Decoder {
	d, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(2), zstd.WithDecoderMaxMemory(1<<30),
		zstd.WithDecoderDicts(dictionaries...))
	if err != nil {
		panic("graph: dictionary: " + err.Error())
	}
	return d
}
