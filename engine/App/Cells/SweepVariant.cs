using System.Globalization;
using Workbench.Research;
using Workbench.Research.Search;

namespace Workbench.App.Cells;

/// <summary>One variant of a sweep.</summary>
public sealed class SweepVariant
{
    readonly SweepRow row;
    readonly Lazy<RunDocument?> document;

    internal SweepVariant(SweepRow row, IReadOnlyList<string> settings, Func<RunDocument> again)
    {
        (this.row, Settings) = (row, settings);
        document = new Lazy<RunDocument?>(() => row.Result.State == VariantState.Finished ? again() : null);
    }

    /// <summary>What sets it apart, as <c>name=value</c>.</summary>
    public IReadOnlyList<string> Settings { get; }

    /// <summary>How it ended.</summary>
    public VariantState State => row.Result.State;

    /// <summary>The figure it is ranked by; null where that is undefined, which ranks last.</summary>
    public double? Objective => row.Objective.Value;

    /// <summary>Why it has no figure; null where it has one.</summary>
    public string? Why => row.Result.Reason ?? row.Objective.Reason;

    /// <summary>Hash of all that it put out: that of its single backtest. Null where it did not finish.</summary>
    public string? EventLogHash => row.Result.EventLogHash;

    /// <summary>Round trips closed.</summary>
    public long Trades => row.Result.Trades;

    /// <summary>What it earned; 0 where it failed.</summary>
    public decimal Net => row.Result.EquityEnd - row.Result.EquityStart;

    /// <summary>All its figures. A sweep keeps those that rank; the others are made when they are asked for, by its single backtest. Null where it did not finish.</summary>
    public RunDocument? Document => document.Value;

    /// <summary>The variant in one line.</summary>
    public override string ToString() => $"{string.Join(' ', Settings)}: {Objective?.ToString("0.####", CultureInfo.InvariantCulture) ?? Why}";
}
