package script

import (
	"errors"
	"strings"
	"testing"
)

// small is a meter that ends after so many steps or bytes.
type smallMeter struct{ steps, bytes int }

var errSpent = errors.New("spent")

func (s *smallMeter) Step() error {
	if s.steps--; s.steps < 0 {
		return errSpent
	}
	return nil
}

func (s *smallMeter) Alloc(n int) error {
	if s.bytes -= n; n < 0 || s.bytes < 0 {
		return errSpent
	}
	return nil
}

// FuzzRun wants any script to end, with a value, a fault that has a place in the
// script, or the meter's error.
func FuzzRun(f *testing.F) {
	for _, s := range []string{
		"var a = [1, 2, 3]; a.map(function(x) { return x * 2 }).join('+')",
		"for (var i = 0; i < 10; i++) { if (i % 2) continue; else s = i }", "while (1) {}", "do x = 1; while (0)",
		"for (var k in {a: 1, 'b': 2, 3: 4}) k", "function f(n) { return n ? f(n - 1) : n } f(5)", "(function() { return 1 })()",
		"'é\\u00e9\\x41\\n'.substring(1, 2)", "0x1F + 1.5e3 - .5", "a ? b : c, d", "typeof x == 'undefined' && !void 0", "x = y = 3; x += 2; x++",
		"// comment\n/* more */ [,]", "'abc'.split('').sort().reverse()", "null || undefined", "({a: [1]}).a[0]", "1 >>> 2 << 3 ^ ~4", "return 5", "a.b.c()",
		"[3, 1].sort(function(a, b) { return a - b })", "String(12).indexOf('2')", "Math.max(1, 2, NaN)", "\"\\", "/x/", "{", "é",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, source string) {
		_, err := Run(source, nil, &smallMeter{steps: 20000, bytes: 1 << 20})
		var fault *Error
		switch {
		case err == nil, errors.Is(err, errSpent):
		case !errors.As(err, &fault):
			t.Fatalf("%q: %v", source, err)
		case fault.Line < 1 || fault.Line > 1+strings.Count(source, "\n") || fault.Column < 1 || strings.Contains(fault.Error(), "\n"):
			t.Fatalf("%q: %v", source, fault)
		}
	})
}

// TestRun wants what JavaScript gives.
func TestRun(t *testing.T) {
	for source, want := range map[string]any{
		"1 + 2 * 3 - -4":                   11.0,
		"'1' + 2":                          "12",
		"'3' * '4'":                        12.0,
		"1 < 2 == true":                    true,
		"'b' > 'a'":                        true,
		"null == undefined":                true,
		"null === undefined":               false,
		"NaN == NaN":                       false,
		"[] + []":                          "",
		"[1, [2, null]] + ''":              "1,2,",
		"typeof nothing":                   "undefined",
		"typeof function() {}":             "function",
		"var x = 1; x++ + ++x":             4.0,
		"var f = function() {}; f()":       nil,
		"f(2); function f(n) { return n }": 2.0,
		"var a = 1\nvar b = 2\na + b":      3.0,
		"if (0) 1; else if (1) { 2 }":      2.0,
		"var n = 0; for (;;) { if (++n > 4) break } n":                      5.0,
		"(function() { for (;;) { return 7 } })()":                          7.0,
		"var g1 = function f(n) { return n < 1 ? 0 : 1 + f(n - 1) }; g1(3)": 3.0,
		"'élan'.charAt(0) + 'élan'[1] + 'élan'.length":                      "él4",
		"'abc'.substring(2, 0) + 'abc'.slice(-1)":                           "abc",
		"[1, 2, 3].slice(-2).concat(4).indexOf(4)":                          2.0,
		"5 & 3 | 8":                              9.0,
		"-1 >>> 28":                              15.0,
		"7 % 3 + 1e3":                            1001.0,
		"0x10":                                   16.0,
		"Math.floor(2.7) + Math.min(4, 3)":       5.0,
		"({a: {b: [5]}}).a.b[0]":                 5.0,
		"1, 2":                                   2.0,
		"!'' && !0":                              true,
		"' x '.trim() + 'a-b'.replace('-', '+')": "xa+b",
		"\"\\u00e9\\x41\\'\"":                    "éA'",
		"var o = {}; o.x = 1; o['y'] = 2; var s = ''; for (var k in o) s += k + o[k]; s": "x1y2",
		"[10, 9, 1].sort() + ''":                                "1,10,9",
		"[10, 9, 1].sort(function(a, b) { return a - b }) + ''": "1,9,10",
	} {
		got, err := Run(source, nil, &smallMeter{steps: 1 << 20, bytes: 1 << 20})
		if err != nil || got != want {
			t.Errorf("%s: %v %v, want %v", source, got, err, want)
		}
	}
}
