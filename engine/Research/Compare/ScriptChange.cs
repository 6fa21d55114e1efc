namespace Workbench.Research.Compare;

/// <summary>What changed from the first contender to another: in the script, and in the trades.</summary>
/// <param name="Contender">Place of the other among the contenders.</param>
/// <param name="Code">Lines of both scripts, in order; empty where they are one.</param>
/// <param name="CodeReason">Why there is no difference to show; null where there is one.</param>
/// <param name="Settings">Parameters that differ: name, the first's value, the other's.</param>
/// <param name="Trades">The trades; null where they are not kept.</param>
public sealed record ScriptChange(int Contender, IReadOnlyList<CodeLine> Code, string? CodeReason, IReadOnlyList<(string Name, string Before, string After)> Settings, TradeDiff? Trades)
{
    const string Nothing = "—";

    internal static ScriptChange Of(IReadOnlyList<Contender> contenders, int other)
    {
        var (one, two) = (contenders[0], contenders[other]);
        var (code, reason) = Compare(one.Run?.ScriptText, two.Run?.ScriptText);
        return new ScriptChange(other, code, reason, Differing(one.Settings, two.Settings), one.Run is { } before && two.Run is { } after ? TradeDiff.Of(before, after) : null);
    }

    static (IReadOnlyList<CodeLine> Code, string? Reason) Compare(string? before, string? after) =>
        before is null || after is null ? ([], "the script's text was not kept")
        : before.ReplaceLineEndings("\n") == after.ReplaceLineEndings("\n") ? ([], "both are one text")
        : (CodeLine.Diff(before, after), null);

    static IReadOnlyList<(string, string, string)> Differing(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var (one, two) = (Named(before), Named(after));
        return [.. one.Keys.Union(two.Keys, StringComparer.Ordinal).Select(name => (name, one.GetValueOrDefault(name, Nothing), two.GetValueOrDefault(name, Nothing))).Where(each => each.Item2 != each.Item3)];
    }

    static Dictionary<string, string> Named(IReadOnlyList<string> settings) =>
        settings.Select(setting => setting.Split('=', 2)).Where(parts => parts.Length == 2).DistinctBy(parts => parts[0]).ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);
}
