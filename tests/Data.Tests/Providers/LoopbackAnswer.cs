using System.Text;

namespace Workbench.Data.Tests.Providers;

/// <summary>What the server says, and how badly.</summary>
/// <param name="Body">The bytes that it promises.</param>
/// <param name="Type">Media type; empty for none.</param>
sealed record LoopbackAnswer(byte[] Body, string Type = "application/json")
{
    public int Status { get; init; } = 200;

    /// <summary>Further lines of the head.</summary>
    public IReadOnlyList<string> Headers { get; init; } = [];

    /// <summary>Bytes after which it hangs up; null for none.</summary>
    public int? CutAt { get; init; }

    /// <summary>Whether it falls silent instead of hanging up.</summary>
    public bool Stalls { get; init; }

    public static LoopbackAnswer Json(string text, int status = 200) => new(Encoding.UTF8.GetBytes(text)) { Status = status };

    public static LoopbackAnswer Page(int status = 200) => new("<!DOCTYPE html><html><body>Service is busy</body></html>"u8.ToArray(), "text/html; charset=utf-8") { Status = status };
}
