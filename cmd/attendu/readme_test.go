package main

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// sample is a command of the README and the lines that it is said to print; "…"
// alone stands for lines that are left out.
type sample struct {
	command string
	lines   []string
}

var sampleWord = regexp.MustCompile(`"[^"]*"|\S+`)

// sampleBlocks are the blocks of a page that name no language.
func sampleBlocks(page string) (list []string) {
	var block []string
	open, plain := false, false
	for line := range strings.SplitSeq(page, "\n") {
		switch fence := strings.HasPrefix(line, "```"); {
		case fence && open:
			if plain {
				list = append(list, strings.Join(block, "\n"))
			}
			open, block = false, nil
		case fence:
			open, plain = true, line == "```"
		case open:
			block = append(block, line)
		}
	}
	return list
}

// samples are the commands of a page that ask the demo library, with an answer.
func samples(t *testing.T, path string) (list []sample) {
	page, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, block := range sampleBlocks(string(page)) {
		for part := range strings.SplitSeq("\n"+block, "\n$ attendu ") {
			lines := strings.Split(part, "\n")
			name, _, _ := strings.Cut(lines[0], " ")
			if slices.Contains([]string{"search", "show", "article", "similar", "timeline", "verify", "export"}, name) && name != "" && len(lines) > 1 {
				list = append(list, sample{lines[0], lines[1:]})
			}
		}
	}
	return list
}

// TestReadme wants the samples of the README, and of its French twin, to be what the
// program prints.
func TestReadme(t *testing.T) {
	attendu := demoLibrary(t)
	list, french := samples(t, "../../README.md"), samples(t, "../../README.fr.md")
	if len(list) < 4 || len(french) < 4 {
		t.Fatalf("only %d and %d samples", len(list), len(french))
	}
	list = append(list, french...)
	for _, s := range list {
		var args []string
		for _, w := range sampleWord.FindAllString(s.command, -1) {
			args = append(args, strings.Trim(w, `"`))
		}
		s.check(t, strings.Split(attendu(args...), "\n"))
	}
}

// check wants the lines of a sample among those printed, one behind the other but for
// what is left out.
func (s sample) check(t *testing.T, printed []string) {
	gap := false
	for _, line := range s.lines {
		switch strings.TrimSpace(line) {
		case "…":
			gap = true
			continue
		case "":
			continue
		}
		for len(printed) > 0 && printed[0] != line && (gap || strings.TrimSpace(printed[0]) == "") {
			printed = printed[1:]
		}
		if len(printed) == 0 || printed[0] != line {
			t.Errorf("attendu %s: the README has\n%s\nand the program\n%s", s.command, line, strings.Join(printed[:min(1, len(printed))], ""))
			return
		}
		printed, gap = printed[1:], false
	}
}
