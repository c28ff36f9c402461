package export

import (
	"github.com/klauspost/compress/zstd"
	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/format"
)

// pageCodec compresses the pages of Parquet as the codec of the library does, byte for
// byte, with one encoder and the window that a page needs: 4 MB instead of 16 for each
// processor, which is a fifth of what an export holds in memory.
type pageCodec struct{ e *zstd.Encoder }

// pageWindow is more than a page holds, and the dictionary of a column in a row group.
const pageWindow = 4 << 20

func newPageCodec() pageCodec {
	e, err := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1), zstd.WithEncoderLevel(zstd.SpeedDefault),
		zstd.WithZeroFrames(true), zstd.WithEncoderCRC(false), zstd.WithLowerEncoderMem(true), zstd.WithWindowSize(pageWindow))
	if err != nil {
		panic("export: pages: " + err.Error()) // the options do not go together
	}
	return pageCodec{e}
}

func (pageCodec) String() string                            { return "ZSTD" }
func (pageCodec) CompressionCodec() format.CompressionCodec { return format.Zstd }

func (c pageCodec) Encode(dst, src []byte) ([]byte, error) { return c.e.EncodeAll(src, dst[:0]), nil }

// Decode implements compress.Codec.
func (pageCodec) Decode(dst, src []byte) ([]byte, error) { return parquet.Zstd.Decode(dst, src) }
