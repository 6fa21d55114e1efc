using Workbench.Core;
using Workbench.Model;
using Workbench.Research.Search;

namespace Workbench.App;

/// <summary>One market that every individual trades alone: a <c>--data</c> with its stretches of time.</summary>
sealed class Market : IDisposable
{
    readonly Workspace workspace;
    readonly IHistory history;
    readonly BacktestRequest request;
    readonly string book;
    readonly int cores;
    readonly SortedDictionary<TimeRange, Field> fields = new(Comparer<TimeRange>.Create((one, other) => one.From.CompareTo(other.From)));

    /// <summary>Finds it in the lake, and splits its time.</summary>
    public Market(Workspace workspace, IHistory history, BacktestRequest request, DataRequest data, EvolveRequest asked, string book)
    {
        (this.workspace, this.history, this.book, cores) = (workspace, history, book, asked.Cores);
        this.request = request with { Data = [data] };
        var setup = RunSetup.Of(workspace, history, this.request, [book]);
        Identity = setup.Rack.Identities[0];
        Split = SampleSplit.Of(setup.Config.Range, asked.HeldOut);
        Traded = [.. setup.Traded.Select(each => each.Symbol)];
    }

    /// <summary>All of its data.</summary>
    public DataIdentity Identity { get; }

    /// <summary>Its stretches of time.</summary>
    public SampleSplit Split { get; }

    /// <summary>Symbols.</summary>
    public IReadOnlyList<string> Traded { get; }

    /// <summary>What its trials belong to: held-out time is part of it, since whoever searches there searches for the same luck.</summary>
    public TrialFamily Family(string lineage) => new(lineage, Traded, Split.Whole.From, Split.Whole.To);

    /// <summary>Runs individuals over a stretch of it.</summary>
    public IReadOnlyList<VariantResult> Run(TimeRange range, IReadOnlyList<FieldVariant> variants, Action<int>? done, CancellationToken cancel) =>
        FieldOver(range).Run(variants, done, cancel);

    /// <summary>The clock of returns over a stretch that something ran over.</summary>
    public PeriodClock ClockOver(TimeRange range) => FieldOver(range).Clock;

    /// <summary>What a single backtest over a stretch is asked for.</summary>
    public BacktestRequest RequestOver(TimeRange range) => request with { Range = range };

    /// <summary>Terms and tapes of a stretch.</summary>
    public RunSetup SetupOver(TimeRange range) => RunSetup.Of(workspace, history, RequestOver(range), [book]);

    public void Dispose()
    {
        foreach (var field in fields)
        {
            field.Value.Dispose();
        }
    }

    Field FieldOver(TimeRange range) => fields.TryGetValue(range, out var known)
        ? known
        : fields[range] = new Field(FieldSetup.Of(SetupOver(range), request) with { Cores = cores });
}
