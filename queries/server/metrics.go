package server

import (
	"context"
	"net/http"
	"strconv"
	"time"

	"github.com/attendu/attendu/queries"
	"github.com/attendu/attendu/queries/kept"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// metrics are what /metrics tells.
type metrics struct {
	registry *prometheus.Registry
	requests *prometheus.CounterVec
	seconds  *prometheus.HistogramVec
	flight   prometheus.Gauge
	asked    *prometheus.CounterVec
	entries  prometheus.Gauge
	bytes    prometheus.Gauge
	records  *prometheus.CounterVec
	commands prometheus.Counter
}

// newMetrics makes the metrics of a library. The registry is the server's own: a
// library below registers its own metrics with the one of the process.
func newMetrics(lib *queries.Library) *metrics {
	m := &metrics{registry: prometheus.NewRegistry(),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{Name: "attendu_http_requests_total", Help: "Requests answered."}, []string{"route", "method", "code"}),
		seconds: prometheus.NewHistogramVec(prometheus.HistogramOpts{Name: "attendu_http_request_duration_seconds", Help: "Time from request to answer.",
			Buckets: []float64{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10}}, []string{"route"}),
		flight:   prometheus.NewGauge(prometheus.GaugeOpts{Name: "attendu_http_requests_in_flight", Help: "Requests being answered."}),
		asked:    prometheus.NewCounterVec(prometheus.CounterOpts{Name: "attendu_cache_requests_total", Help: "Answers looked for in the cache."}, []string{"result"}),
		entries:  prometheus.NewGauge(prometheus.GaugeOpts{Name: "attendu_cache_entries", Help: "Answers kept."}),
		bytes:    prometheus.NewGauge(prometheus.GaugeOpts{Name: "attendu_cache_bytes", Help: "Size of the answers kept."}),
		records:  prometheus.NewCounterVec(prometheus.CounterOpts{Name: "attendu_indexed_records_total", Help: "Records indexed while serving."}, []string{"outcome"}),
		commands: prometheus.NewCounter(prometheus.CounterOpts{Name: "attendu_commands_total", Help: "Commands run for the owner."}),
	}
	m.registry.MustRegister(m.requests, m.seconds, m.flight, m.asked, m.entries, m.bytes, m.records, m.commands,
		held{lib}, collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

func (m *metrics) handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{})
}

// cache takes note of an answer of the cache.
func (m *metrics) cache(e kept.Event) {
	result := "miss"
	if e.Hit {
		result = "hit"
	}
	m.asked.WithLabelValues(result).Inc()
	m.entries.Set(float64(e.Entries))
	m.bytes.Set(float64(e.Bytes))
}

// request takes note of a request.
func (m *metrics) request(route, method string, status int, took time.Duration) {
	m.requests.WithLabelValues(route, method, strconv.Itoa(status)).Inc()
	m.seconds.WithLabelValues(route).Observe(took.Seconds())
}

// held tells how much the library holds, when it is asked.
type held struct{ lib *queries.Library }

var (
	decisionsDesc = prometheus.NewDesc("attendu_library_decisions", "Decisions held.", nil, nil)
	articlesDesc  = prometheus.NewDesc("attendu_library_articles", "Versions of articles of law held.", nil, nil)
	changeDesc    = prometheus.NewDesc("attendu_library_change", "Number of the last change of decisions.", nil, nil)
)

func (h held) Describe(ch chan<- *prometheus.Desc) {
	for _, d := range []*prometheus.Desc{decisionsDesc, articlesDesc, changeDesc} {
		ch <- d
	}
}

func (h held) Collect(ch chan<- prometheus.Metric) {
	decisions, articles, err := h.lib.Held(context.Background())
	if err != nil {
		ch <- prometheus.NewInvalidMetric(decisionsDesc, err)
		return
	}
	at, err := h.lib.Position(context.Background())
	if err != nil {
		ch <- prometheus.NewInvalidMetric(changeDesc, err)
		return
	}
	for _, x := range []struct {
		desc  *prometheus.Desc
		value float64
	}{
		{decisionsDesc, float64(decisions)}, {articlesDesc, float64(articles)}, {changeDesc, float64(at.Change)},
	} {
		ch <- prometheus.MustNewConstMetric(x.desc, prometheus.GaugeValue, x.value)
	}
}
