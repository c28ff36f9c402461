package archivetest

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"hash/crc32"
	"io"
	"strconv"
	"strings"
)

// Raw is a member of a zip whose headers are set by hand, and stand before the
// data with its length. The data is written as it is.
type Raw struct {
	File
	Method, Flags uint16
	Sum           uint32
	Size          uint64 // claimed, unpacked
}

// Deflated makes a true Raw.
func Deflated(f File) Raw {
	data := build(func(out io.Writer) error {
		w, err := flate.NewWriter(out, flate.DefaultCompression)
		if err != nil {
			return err
		}
		if _, err := io.WriteString(w, f.Data); err != nil {
			return err
		}
		return w.Close()
	})
	return Raw{File{f.Name, data}, zip.Deflate, 0, crc32.ChecksumIEEE([]byte(f.Data)), uint64(len(f.Data))}
}

// RawZip makes a zip of members as they are described.
func RawZip(members ...Raw) string {
	return build(func(out io.Writer) error {
		w := zip.NewWriter(out)
		for _, r := range members {
			h := &zip.FileHeader{
				Name: r.Name, Method: r.Method, Flags: r.Flags, CRC32: r.Sum,
				CompressedSize64: uint64(len(r.Data)), UncompressedSize64: r.Size,
			}
			m, err := w.CreateRaw(h)
			if err != nil {
				return err
			}
			if _, err := io.WriteString(m, r.Data); err != nil {
				return err
			}
		}
		return w.Close()
	})
}

// Header is a header of a tar without data.
type Header struct {
	Name, Link string
	Size       int64
	Type       byte
}

// TarHeaders makes a tar of headers alone, whatever size they claim, without its
// end mark.
func TarHeaders(headers ...Header) string {
	var b bytes.Buffer
	for _, h := range headers {
		w := tar.NewWriter(&b)
		err := w.WriteHeader(&tar.Header{Name: h.Name, Linkname: h.Link, Size: h.Size, Typeflag: h.Type, Format: tar.FormatGNU})
		if err != nil {
			panic(err)
		}
	}
	return b.String()
}

// PAX makes an extended header, for the header of a tar that follows it. The
// records may be such as package tar does not write.
func PAX(records map[string]string) string {
	var data strings.Builder
	for key, value := range records {
		n := len(key) + len(value) + 3 // blank, equals sign, line end
		n += len(strconv.Itoa(n + len(strconv.Itoa(n))))
		fmt.Fprintf(&data, "%d %s=%s\n", n, key, value)
	}
	whole := Tar(File{"PaxHeaders.0/x", data.String()})
	head := []byte(whole[:len(whole)-1024])
	head[156] = tar.TypeXHeader
	copy(head[148:156], "        ")
	sum := 0
	for _, c := range head[:512] {
		sum += int(c)
	}
	copy(head[148:], fmt.Sprintf("%06o\x00 ", sum))
	return string(head)
}
