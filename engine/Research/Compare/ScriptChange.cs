namespace Workbench.Research.Compare;

/// <summary>What changed from the first contender to another: in the script, and in the trades.</summary>
/// <param name="Contender">Place of the other among the contenders.</param>
/// <param name="Code">Lines of both scripts, in order; empty where they are one.</param>
/// <param name="CodeReason">Why there is no difference to show; null where there is one.</param>
/// <param name="Settings">Parameters that differ: name, the first's value, the other's.</param>
/// <param name="Trades">The trades; null where they are not kept.</param>
public sealed record ScriptChange(int Contender, IReadOnlyList<DiffLine> Code, string? CodeReason, IReadOnlyList<(string Name, string Before, string After)> Settings, TradeDiff? Trades)
{
    const string Nothing = "—";

    /// <summary>Lines that are kept around a change.</summary>
    const int Around = 3;

    internal static ScriptChange Of(IReadOnlyList<Contender> contenders, int other)
    {
        var (one, two) = (contenders[0], contenders[other]);
        var (code, reason) = Compare(one.Run?.ScriptText, two.Run?.ScriptText);
        return new ScriptChange(other, code, reason, Differing(one.Settings, two.Settings), one.Run is { } before && two.Run is { } after ? TradeDiff.Of(before, after) : null);
    }

    static (IReadOnlyList<DiffLine> Code, string? Reason) Compare(string? before, string? after) =>
        before is null || after is null ? ([], "the script's text was not kept")
        : before.ReplaceLineEndings("\n") == after.ReplaceLineEndings("\n") ? ([], "both are one text")
        : (NearChanges(TextDiff.Lines(before, after)), null);

    /// <summary>What did not change far from a change is left out.</summary>
    static IReadOnlyList<DiffLine> NearChanges(IReadOnlyList<DiffLine> lines)
    {
        var near = new bool[lines.Count];
        for (var at = 0; at < lines.Count; at++)
        {
            if (lines[at].Change != LineChange.Same)
            {
                near.AsSpan(Math.Max(0, at - Around)..Math.Min(lines.Count, at + Around + 1)).Fill(true);
            }
        }

        return [.. lines.Where((_, at) => near[at])];
    }

    static IReadOnlyList<(string, string, string)> Differing(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var (one, two) = (Named(before), Named(after));
        return [.. one.Keys.Union(two.Keys, StringComparer.Ordinal).Select(name => (name, one.GetValueOrDefault(name, Nothing), two.GetValueOrDefault(name, Nothing))).Where(each => each.Item2 != each.Item3)];
    }

    static Dictionary<string, string> Named(IReadOnlyList<string> settings) =>
        settings.Select(setting => setting.Split('=', 2)).Where(parts => parts.Length == 2).DistinctBy(parts => parts[0]).ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);
}
