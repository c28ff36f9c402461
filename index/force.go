package index

import (
	"encoding/binary"
	"fmt"
	"math/bits"
	"time"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/index/bm25"
)

// When a version is in force is indexed as the fewest blocks of days that cover
// it: a block of level n is 1<<n days long and begins on a multiple of that. A
// day lies in one block of each level, so that "in force on a day" is any of
// forceLevels+1 terms, where two ranges of numbers would be 32 terms of every
// version and a walk over a long list of days.
//
//	days        0 1 2 3 4 5 6 7 …
//	[3, 8)            ▮ ▮▮▮▮▮▮▮     block 3 of level 0, block 1 of level 2
//	day 5                 ▮         block 5 of level 0, 2 of level 1, 1 of level 2 …

// forceLevels is the level of the block that holds every day: from 1500 to 2217.
const forceLevels = 18

// firstDay is the day 0 of the blocks.
var firstDay = time.Date(1500, 1, 1, 0, 0, 0, 0, time.UTC)

// dayIndex counts a day; those outside the blocks count as the first or the last.
// It is false for what is no day.
func dayIndex(d corpus.Date) (int, bool) {
	if _, err := corpus.ParseDate(string(d)); err != nil {
		return 0, false
	}
	n := (d.Time().Unix() - firstDay.Unix()) / 86400
	return int(min(max(n, 0), 1<<forceLevels-1)), true
}

// block is the term of the block of a level that holds a day.
func block(level, day int) [5]byte {
	b := [5]byte{byte('A' + level)}
	binary.BigEndian.PutUint32(b[1:], uint32(day>>level))
	return b
}

// cover calls add for the blocks that cover the days from start to before end.
func cover(start, end int, add func([5]byte)) {
	for start < end {
		level := min(bits.TrailingZeros(uint(start)|1<<forceLevels), bits.Len(uint(end-start))-1)
		add(block(level, start))
		start += 1 << level
	}
}

// forceDays are the first day in force, and the first day no longer in force. An
// empty day is no bound.
func forceDays(from, to corpus.Date) (start, end int) {
	start, _ = dayIndex(from) // 0 when there is none
	end, ok := dayIndex(to)
	if !ok || end == 1<<forceLevels-1 { // none, or beyond the blocks
		end = 1 << forceLevels
	}
	return start, end
}

// inForce asks for the versions in force on a day.
func inForce(day corpus.Date) (bm25.Node, error) {
	n, ok := dayIndex(day)
	if !ok {
		return nil, fmt.Errorf("%q is no day", day)
	}
	any := bm25.Values{Field: fieldForce}
	for level := range forceLevels + 1 {
		b := block(level, n)
		any.Any = append(any.Any, string(b[:]))
	}
	return any, nil
}
