package measure

import "github.com/attendu/attendu/corpus"

// Latest is the last day of a decision that is held: what citations are weighed on where
// no day is given, so that the same library gives the same figures on any day.
func (s *Snapshot) Latest() corpus.Date {
	last := int32(0)
	for i, d := range s.Days {
		if s.Held[i] {
			last = max(last, d)
		}
	}
	if last == 0 {
		return ""
	}
	return dateOf(last)
}

// Received is how many decisions cite each.
func (s *Snapshot) Received() []int {
	out := make([]int, s.Graph.Len())
	for i := range out {
		out[i] = len(s.Graph.Citing(i))
	}
	return out
}

// Decayed is the sum of the weights of the citations of each on a day: see Decay.
func (s *Snapshot) Decayed(at corpus.Date, halfLife float64) []float64 {
	weight := map[int32]float64{0: 0}
	out := make([]float64, s.Graph.Len())
	for i := range out {
		for _, from := range s.Graph.Citing(i) {
			day := s.Days[from]
			w, ok := weight[day]
			if !ok {
				w = Decay(dateOf(day), at, halfLife)
				weight[day] = w
			}
			out[i] += w
		}
	}
	return out
}

// Peers numbers the groups of decisions of one kind of court and one year, for Standing.
func (s *Snapshot) Peers() []uint32 {
	type peers struct {
		kind string
		year int
	}
	number := map[peers]uint32{}
	kinds, years := make([]string, len(s.Courts)), map[int32]int{}
	for i := range s.Court {
		kinds[s.Court[i]] = s.Kind(i)
	}
	out := make([]uint32, s.Graph.Len())
	for i := range out {
		year, ok := years[s.Days[i]]
		if !ok {
			year = s.Year(i)
			years[s.Days[i]] = year
		}
		p := peers{kinds[s.Court[i]], year}
		if _, ok := number[p]; !ok {
			number[p] = uint32(len(number))
		}
		out[i] = number[p]
	}
	return out
}
