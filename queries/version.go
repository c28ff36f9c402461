package queries

import "runtime/debug"

// module is the path of this module.
const module = "github.com/attendu/attendu"

// Version is the version of attendu, as the build knows it: that of the program, or that
// of the module in a program that embeds it; "(devel)" when neither is known.
func Version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "(devel)"
	}
	version := info.Main.Version
	for _, dep := range info.Deps {
		if dep.Path == module {
			version = dep.Version
		}
	}
	if version == "" {
		return "(devel)"
	}
	return version
}
