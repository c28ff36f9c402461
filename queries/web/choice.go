package web

import (
	"maps"
	"net/http"
	"net/url"
)

// chosen remembers what the address of a request says of language and look. It stands
// before what keeps pages: a page that is kept sets no cookie.
func chosen(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Add("Vary", "Cookie")
		q := r.URL.Query()
		if l := language(q.Get("lang")); l == french || l == english {
			remember(w, "lang", string(l))
		}
		if theme := q.Get("theme"); theme == "light" || theme == "dark" || theme == "auto" {
			remember(w, "theme", theme)
		}
		next.ServeHTTP(w, r)
	})
}

// languageOf is the language of a request: what its address says, else what was said
// before, else French.
func languageOf(r *http.Request) language {
	if l := language(r.URL.Query().Get("lang")); l == french || l == english {
		return l
	}
	if c, err := r.Cookie("lang"); err == nil && language(c.Value) == english {
		return english
	}
	return french
}

// look is the look of a request, chosen in the same way.
func look(r *http.Request) string {
	theme := r.URL.Query().Get("theme")
	if theme != "light" && theme != "dark" && theme != "auto" {
		if c, err := r.Cookie("theme"); err == nil {
			theme = c.Value
		}
	}
	if theme == "light" || theme == "dark" {
		return theme
	}
	return ""
}

// remember keeps a choice for a year.
func remember(w http.ResponseWriter, name, value string) {
	http.SetCookie(w, &http.Cookie{Name: name, Value: value, Path: "/", MaxAge: 365 * 24 * 3600, HttpOnly: true, SameSite: http.SameSiteLaxMode})
}

// lasting is the query of this page without what a cookie remembers.
func (v *visit) lasting() url.Values {
	q := maps.Clone(v.Query)
	q.Del("lang")
	q.Del("theme")
	return q
}

// With is the address of this page with one value of its query changed; "" takes it
// away.
func (v *visit) With(name, value string) string { return v.with(v.lasting(), name, value) }

// Anew is With, at the first page: where a search went on is of no other order.
func (v *visit) Anew(name, value string) string {
	q := v.lasting()
	q.Del("after")
	return v.with(q, name, value)
}

func (v *visit) with(q url.Values, name, value string) string {
	if q.Del(name); value != "" {
		q.Set(name, value)
	}
	u := url.URL{Path: v.r.URL.Path, RawQuery: q.Encode()}
	return u.String()
}
