package main

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/attendu/attendu/queries/relay"
)

// What TestLoad does, and its bounds.
const (
	loadReaders  = 200
	loadTime     = time.Minute
	loadRequests = 2_000_000 // at most, whatever the time
	loadSlowest  = 20        // answers that are named
)

// TestLoad lets 200 readers ask a serve for a minute: ATTENDU_LOAD is the folder of a
// library, ATTENDU_LOAD_PAUSE how long each reader reads an answer before the next
// question, on average (1s; 0 asks without pause). It reports times, of what kind of
// question the slow ones were, and memory; with ATTENDU_LOAD_STRICT it wants p50 ≤ 50 ms
// and p99 ≤ 500 ms.
func TestLoad(t *testing.T) {
	library := os.Getenv("ATTENDU_LOAD")
	if library == "" {
		t.Skip("ATTENDU_LOAD names no library")
	}
	pause := time.Second
	if s := os.Getenv("ATTENDU_LOAD_PAUSE"); s != "" {
		var err error
		if pause, err = time.ParseDuration(s); err != nil {
			t.Fatal(err)
		}
	}
	base := startServe(t, library)
	mix := newMix(t, base)
	before := meter(t, base)
	began := time.Now()
	answers, failures := readAll(base, mix, pause, began.Add(loadTime))
	took := time.Since(began)
	after := meter(t, base)
	if len(failures) > 0 {
		t.Errorf("%d errors, the first: %v", len(failures), failures[0])
	}
	if len(answers) == 0 {
		t.Fatal("nothing was answered")
	}
	slices.SortFunc(answers, func(a, b answered) int { return cmp.Compare(a.took, b.took) })
	at := percentiles(answers)
	hits, misses := after.of(`attendu_cache_requests_total{result="hit"}`)-before.of(`attendu_cache_requests_total{result="hit"}`),
		after.of(`attendu_cache_requests_total{result="miss"}`)-before.of(`attendu_cache_requests_total{result="miss"}`)
	t.Logf("%.0f decisions, %d readers, pause %v: %d answers in %.0f s (%.0f/s), %.0f %% from the cache",
		after.of("attendu_library_decisions"), loadReaders, pause, len(answers), took.Seconds(), float64(len(answers))/took.Seconds(), 100*hits/max(hits+misses, 1))
	t.Logf("p50 %v, p90 %v, p99 %v, longest %v", at(.5), at(.9), at(.99), at(1))
	tail(t, answers)
	mib := func(m metering, name string) float64 { return m.of(name) / (1 << 20) }
	t.Logf("processor time of the server %.1f s; its memory %.0f MiB before, %.0f MiB after (with files that are mapped); its heap %.0f and %.0f MiB",
		after.of("process_cpu_seconds_total")-before.of("process_cpu_seconds_total"),
		mib(before, "process_resident_memory_bytes"), mib(after, "process_resident_memory_bytes"),
		mib(before, "go_memstats_heap_inuse_bytes"), mib(after, "go_memstats_heap_inuse_bytes"))
	if os.Getenv("ATTENDU_LOAD_STRICT") != "" && (at(.5) > 50*time.Millisecond || at(.99) > 500*time.Millisecond) {
		t.Errorf("p50 %v, p99 %v; wanted are 50 ms and 500 ms", at(.5), at(.99))
	}
}

// answered is one answer that a reader got.
type answered struct {
	kind    string // of the question
	address string // its path and query
	took    time.Duration
}

// percentiles gives the time within which a part of some answers came; they are sorted.
func percentiles(list []answered) func(part float64) time.Duration {
	return func(part float64) time.Duration {
		return list[int(part*float64(len(list)-1))].took.Round(10 * time.Microsecond)
	}
}

// tail tells how long each kind of question takes, and which took longest: those are what
// the last percentile is made of.
func tail(t *testing.T, list []answered) {
	t.Helper()
	byKind := map[string][]answered{}
	for _, a := range list {
		byKind[a.kind] = append(byKind[a.kind], a)
	}
	for _, kind := range slices.Sorted(maps.Keys(byKind)) {
		of := byKind[kind]
		at := percentiles(of)
		t.Logf("%s: %d; p50 %v, p90 %v, p99 %v, longest %v", kind, len(of), at(.5), at(.9), at(.99), at(1))
	}
	for _, a := range list[max(0, len(list)-loadSlowest):] {
		t.Logf("%8v %s", a.took.Round(time.Millisecond), a.address)
	}
}

// startServe runs serve as a process of its own until the test ends.
func startServe(t *testing.T, library string) (base string) {
	t.Helper()
	c := exec.Command(os.Args[0], "serve", "--library", library, "--listen", "127.0.0.1:0", "--log", "error")
	c.Env = append(os.Environ(), asAttendu+"=1")
	c.Stderr = os.Stderr
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := errors.Join(c.Process.Signal(syscall.SIGTERM), c.Wait()); err != nil {
			t.Errorf("serve: %v", err)
		}
	})
	for range 600 {
		if note, err := relay.Read(library); err == nil && note.PID == c.Process.Pid {
			return note.Public
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Fatal("serve does not begin")
	return ""
}

// metering is what /metrics says.
type metering map[string]float64

func (m metering) of(name string) float64 { return m[name] }

func meter(t *testing.T, base string) metering {
	t.Helper()
	m := metering{}
	for line := range strings.Lines(string(get(t, base+"/metrics"))) {
		if i := strings.LastIndexByte(line, ' '); i > 0 {
			if x, err := strconv.ParseFloat(strings.TrimSpace(line[i:]), 64); err == nil {
				m[line[:i]] = x
			}
		}
	}
	return m
}

func get(t *testing.T, address string) []byte {
	t.Helper()
	resp, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	if err == nil && resp.StatusCode == http.StatusServiceUnavailable { // it is not warm
		time.Sleep(time.Second)
		return get(t, address)
	}
	if err != nil || resp.StatusCode != http.StatusOK {
		t.Fatalf("%s: %s, %v: %.200s", address, resp.Status, err, b)
	}
	return b
}

// mix are the questions of readers: some are asked by many, most by few.
type mix struct{ searches, decisions, articles, others []string }

// loadWords are what is searched for.
var loadWords = []string{"facture", "mot de passe", "trouble manifestement illicite", "contrat de travail", "licenciement", "bail commercial",
	"préjudice moral", "clause résolutoire", "faute", "garantie", "expertise", "provision", "rupture", "préavis", "concurrence déloyale",
	"vice caché", "obligation de conseil", "dommages-intérêts", "astreinte", "prescription", "loyers", "assurance", "cassation", "renvoi"}

func newMix(t *testing.T, base string) *mix {
	t.Helper()
	m := &mix{}
	for _, w := range loadWords {
		for year := 2005; year < 2025; year++ {
			m.searches = append(m.searches, fmt.Sprintf("/api/v1/search?q=%s&from=%d-01-01", url.QueryEscape(w), year))
		}
		m.others = append(m.others, "/api/v1/facets?by=court&q="+url.QueryEscape(w))
	}
	after := ""
	for range 20 {
		var page struct {
			Hits []struct {
				Key string `json:"key"`
			} `json:"hits"`
			Next string `json:"next"`
		}
		if err := json.Unmarshal(get(t, base+"/api/v1/search?sort=date&limit=100&after="+url.QueryEscape(after)), &page); err != nil {
			t.Fatal(err)
		}
		for _, h := range page.Hits {
			m.decisions = append(m.decisions, "/api/v1/decisions/"+url.PathEscape(h.Key))
		}
		if after = page.Next; after == "" {
			break
		}
	}
	for _, a := range []string{"code-civil/1240", "code-civil/1382", "code-civil/1103", "code-de-procedure-civile/700", "code-de-procedure-civile/809",
		"code-du-travail/L1235-3", "code-de-commerce/L442-6", "code-civil/1147", "code-civil/1134"} {
		m.articles = append(m.articles, "/api/v1/articles/"+a, "/api/v1/articles/"+a+"?by_court=true")
		m.others = append(m.others, "/api/v1/cited-by?ref="+a)
	}
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(m.searches), func(i, j int) { m.searches[i], m.searches[j] = m.searches[j], m.searches[i] })
	return m
}

// next is a question; the rank of each follows Zipf's law, as that of words does.
func (m *mix) next(r *rand.Rand) (kind, address string) {
	kind, list := "search", m.searches
	switch n := r.IntN(100); {
	case n < 40:
	case n < 75:
		kind, list = "decision", m.decisions
	case n < 90:
		kind, list = "article", m.articles
	default:
		kind, list = "other", m.others
	}
	return kind, list[rand.NewZipf(r, 1.1, 1, uint64(len(list)-1)).Uint64()]
}

// readAll lets the readers ask until the end, and gives each answer.
func readAll(base string, m *mix, pause time.Duration, end time.Time) (answers []answered, failures []error) {
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: loadReaders}, Timeout: 30 * time.Second}
	var mu sync.Mutex
	var all sync.WaitGroup
	for reader := range loadReaders {
		all.Go(func() {
			r := rand.New(rand.NewPCG(uint64(reader), 7))
			for range loadRequests / loadReaders {
				if pause > 0 {
					time.Sleep(time.Duration((0.5 + r.Float64()) * float64(pause)))
				}
				if time.Now().After(end) {
					return
				}
				a := answered{}
				a.kind, a.address = m.next(r)
				var err error
				a.took, err = readOne(client, base+a.address)
				mu.Lock()
				if err != nil {
					failures = append(failures, err)
				} else {
					answers = append(answers, a)
				}
				mu.Unlock()
			}
		})
	}
	all.Wait()
	return answers, failures
}

func readOne(client *http.Client, address string) (time.Duration, error) {
	began := time.Now()
	resp, err := client.Get(address)
	if err != nil {
		return 0, err
	}
	_, err = io.Copy(io.Discard, resp.Body)
	if err := errors.Join(err, resp.Body.Close()); err != nil {
		return 0, err
	}
	if resp.StatusCode != http.StatusOK {
		return 0, fmt.Errorf("%s: %s", address, resp.Status)
	}
	return time.Since(began), nil
}
