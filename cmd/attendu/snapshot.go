package main

import (
	"fmt"

	"github.com/attendu/attendu/queries"
	"github.com/spf13/cobra"
)

func (a *app) snapshotCommand() *cobra.Command {
	var verify bool
	c := &cobra.Command{
		Use:   "snapshot FILE",
		Short: "Pack the library into one verifiable file, to publish it",
		Long: `Packs the library into FILE (paper.attendu): decisions, citations, texts and articles of
law, with a manifest of versions, sources and counts and the SHA-256 of each part. The
same records packed by the same attendu are the same bytes. Printed is the identity of the
snapshot, the SHA-256 of its manifest: print it in the paper. Left out are the folders in
which the sources lay, and what was forgotten.

Beside a process that writes the library, as a running serve does, its last checkpoint is
packed: what was published last.

--library FILE reads a snapshot as it reads a library, after unpacking it once into the
user's cache; unpack makes a library of it that can be added to. --verify reads all of a
snapshot and compares it with its manifest.`,
		Args: args(cobra.ExactArgs(1)),
		RunE: func(c *cobra.Command, file []string) error {
			if verify {
				info, err := queries.VerifySnapshot(c.Context(), file[0])
				return a.tellSnapshot(info, err, file[0]+" is as it was written")
			}
			return a.withLibrary(c.Context(), func(lib *queries.Library) error {
				info, err := lib.Snapshot(c.Context(), file[0])
				return a.tellSnapshot(info, err, "packed into "+file[0])
			})
		},
	}
	c.Flags().BoolVar(&verify, "verify", false, "read FILE and compare it with its manifest")
	a.jsonFlag(c, "the manifest, with the identity, as one JSON object")
	return c
}

func (a *app) unpackCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "unpack FILE DIR",
		Short: "Make a library of a snapshot",
		Long: `Makes the library DIR, which must not be there or be empty, of a snapshot, and verifies it
on the way: of a file that is damaged nothing is left. The library answers as the one that
was packed, and can be indexed into.`,
		Args: args(cobra.ExactArgs(2)),
		RunE: func(c *cobra.Command, paths []string) error {
			info, err := queries.Unpack(c.Context(), paths[0], paths[1], a.options())
			return a.tellSnapshot(info, err, "unpacked into "+paths[1])
		},
	}
	a.jsonFlag(c, "the manifest, with the identity, as one JSON object")
	return c
}

// tellSnapshot says what a snapshot is, unless there was an error.
func (a *app) tellSnapshot(info *queries.SnapshotInfo, err error, done string) error {
	if err != nil {
		return err
	}
	if a.json {
		return a.printJSON(info)
	}
	var bytes int64
	for _, p := range info.Parts {
		bytes += p.Bytes
	}
	a.printf("%s: %s, %s, %s\n", done, plural(int(info.Counts.Decisions), "decision", "decisions"),
		plural(int(info.Counts.ArticleVersions), "version of articles of law", "versions of articles of law"),
		plural(int(bytes), "byte", "bytes"))
	a.printf("sha256:%s  (attendu %s, extraction %d)\n", info.ID, info.Attendu, info.ExtractVersion)
	for _, s := range info.Sources {
		name := s.Format
		if s.Dataset != "" {
			name += " " + s.Dataset
		}
		if s.Last != "" {
			name += fmt.Sprintf(", issued %s to %s", s.First, s.Last)
		}
		a.printf("    %s  %s\n", thousands(s.Decisions), name)
	}
	return nil
}
