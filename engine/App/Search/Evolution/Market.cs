using Workbench.Core;
using Workbench.Model;
using Workbench.Research;
using Workbench.Research.Search;
using Workbench.Research.Validation;

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

    AdversarialSet? hurting;

    /// <summary>Finds it in the lake, and splits its time.</summary>
    public Market(Workspace workspace, IHistory history, BacktestRequest request, DataRequest data, EvolveRequest asked, string book)
    {
        (this.workspace, this.history, this.book, cores) = (workspace, history, book, asked.Cores);
        this.request = request with { Data = [data] };
        var setup = RunSetup.Of(workspace, history, this.request, [book]);
        Identity = setup.Rack.Identities[0];
        Split = SampleSplit.Of(setup.Config.Range, asked.HeldOut, Count);
        if (Split.HoldsOut && (Count(Split.InSample) == 0 || Count(Split.OutOfSample) == 0 || Count(Split.Sealed) == 0))
        {
            throw EvolveErrors.TooShort(Identity.Instrument, Split.Whole, "too little to be split into what selection sees and what it does not.");
        }

        DaysInYear = setup.Traded.All(each => each.AssetClass == AssetClass.Crypto) ? 365d : 252d;
        Traded = [.. setup.Traded.Select(each => each.Symbol)];
    }

    /// <summary>All of its data.</summary>
    public DataIdentity Identity { get; }

    /// <summary>Its stretches of time.</summary>
    public SampleSplit Split { get; }

    /// <summary>Symbols.</summary>
    public IReadOnlyList<string> Traded { get; }

    /// <summary>Days in a year of its statistics.</summary>
    public double DaysInYear { get; }

    /// <summary>What its trials belong to: held-out time is part of it, since whoever searches there searches for the same luck.</summary>
    public TrialFamily Family(string lineage) => new(lineage, Traded, Split.Whole.From, Split.Whole.To);

    /// <summary>Runs individuals over a stretch of it.</summary>
    public IReadOnlyList<VariantResult> Run(TimeRange range, IReadOnlyList<FieldVariant> variants, Action<int>? done, CancellationToken cancel) =>
        FieldOver(range).Run(variants, done, cancel);

    /// <summary>Share of a fixed set of tapes made to hurt that each survives, made of the in-sample stretch.</summary>
    public IReadOnlyList<MetricValue> Survivals(IReadOnlyList<FieldVariant> variants, IReadOnlyList<VariantResult> real, CancellationToken cancel)
    {
        var setup = SetupOver(Split.InSample);
        hurting ??= AdversarialSet.Of(setup.Open(), new AdversarialTerms { Strengths = [1d], Seeds = 1 });
        var survival = new Survival(FieldSetup.Of(setup, request) with { Cores = cores }, hurting, new SurvivalTerms());
        return [.. survival.Score(variants, real, done: null, cancel).Select(score => score.Share)];
    }

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

    long Count(TimeRange range)
    {
        try
        {
            return range.Length <= 0 ? 0 : SetupOver(range).Rack.Identities[0].Count;
        }
        catch (WorkbenchException)
        {
            // Nothing is stored of it: a weekend.
            return 0;
        }
    }

    Field FieldOver(TimeRange range) => fields.TryGetValue(range, out var known)
        ? known
        : fields[range] = new Field(FieldSetup.Of(SetupOver(range), request) with { Cores = cores });
}
