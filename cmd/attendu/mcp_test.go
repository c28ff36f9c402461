package main

import (
	"context"
	"encoding/json"
	"path/filepath"
	"testing"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"
)

// TestMCP: an assistant starts the command and asks it, as a program of its own.
func TestMCP(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "attendu.lib")
	if out, err := attendu("--library", dir, "index", "../../corpus/examples/cass-civ1-2019-18-29417.xml").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	ctx := context.Background()
	c, err := sdk.NewClient(&sdk.Implementation{Name: "test", Version: "1"}, nil).Connect(ctx, &sdk.CommandTransport{Command: attendu("--library", dir, "mcp")}, nil)
	if err != nil {
		t.Fatal(err)
	}
	res, err := c.CallTool(ctx, &sdk.CallToolParams{Name: "verify_citation", Arguments: map[string]any{"text": "Cass. 1re civ., 13 novembre 2019, n° 18-29.417"}})
	if err != nil || res.IsError {
		t.Fatalf("%v, %+v", err, res)
	}
	b, err := json.Marshal(res.StructuredContent)
	if err != nil {
		t.Fatal(err)
	}
	var ans struct {
		Citations []struct {
			Verdict  string `json:"verdict"`
			Decision struct {
				Key string `json:"key"`
			} `json:"decision"`
		} `json:"citations"`
	}
	if err := json.Unmarshal(b, &ans); err != nil || len(ans.Citations) != 1 || ans.Citations[0].Verdict != "exists" || ans.Citations[0].Decision.Key != "cass/18-29417" {
		t.Errorf("%v: %s", err, b)
	}
	if err := c.Close(); err != nil {
		t.Errorf("it does not end with its client: %v", err)
	}
}
