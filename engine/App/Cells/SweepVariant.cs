using Workbench.Research;

namespace Workbench.App.Cells;

/// <summary>One variant of a sweep.</summary>
/// <param name="Settings">What sets it apart, as <c>name=value</c>.</param>
/// <param name="Document">Its figures; null where it failed.</param>
/// <param name="Objective">The figure it is ranked by; null where that is undefined, which ranks last.</param>
/// <param name="Why">Why it has no figure; null where it has one.</param>
public sealed record SweepVariant(IReadOnlyList<string> Settings, RunDocument? Document, double? Objective, string? Why)
{
    /// <summary>Hash of all that it put out: that of its single backtest. Null where it failed.</summary>
    public string? EventLogHash => Document?.EventLogHash;

    /// <summary>The variant in one line.</summary>
    public override string ToString() => FormattableString.Invariant($"{string.Join(' ', Settings)}: {(Objective is { } value ? value.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture) : Why)}");
}
