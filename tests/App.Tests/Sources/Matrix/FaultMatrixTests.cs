using Workbench.Data.Routing;
using Workbench.Simulators;

namespace Workbench.App.Tests.Sources.Matrix;

/// <summary>Every source under every fault: the data come whole, or a sentence says why not and the lake is as it was. Faults of a source run side by side.</summary>
public sealed class FaultMatrixTests
{
    const string Key = "sim-key";

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    static readonly TimeSpan Short = TimeSpan.FromSeconds(1);

    // Most of the time is waiting for pauses, which costs no core.
    static readonly ParallelOptions SideBySide = new() { MaxDegreeOfParallelism = 12 };

    /// <summary>What a repeat mends, or what does no harm.</summary>
    static readonly Fault[] Passing =
    [
        new(FaultKind.Status, Value: 500), new(FaultKind.Maintenance), new(FaultKind.TooManyRequests, Value: 1), new(FaultKind.CutBody), new(FaultKind.Stall, Value: 200),
        new(FaultKind.HalfBody), new(FaultKind.HtmlPage), new(FaultKind.SlowDrip, Value: 512), new(FaultKind.Delay, Value: 300), new(FaultKind.ClockAhead, Value: 86_400 * 3),
    ];

    /// <summary>What stays.</summary>
    static readonly Fault[] Lasting =
    [
        new(FaultKind.Status, Value: 401), new(FaultKind.Status, Value: 403), new(FaultKind.Status, Value: 404), new(FaultKind.Status, Value: 500), new(FaultKind.TokenExpired), new(FaultKind.Banned),
        new(FaultKind.TooManyRequests, Value: 3_600), new(FaultKind.Maintenance), new(FaultKind.HtmlPage), new(FaultKind.CutBody), new(FaultKind.HalfBody), new(FaultKind.Stall, Value: 60_000),
    ];

    public static TheoryData<string> Sources => [.. MatrixSource.All.Select(each => each.Source)];

    [Theory, MemberData(nameof(Sources))]
    public async Task A_fault_that_passes_leaves_the_data_whole(string source)
    {
        var row = MatrixSource.All.Single(each => each.Source == source);
        var whole = await Unharmed(row);
        await Parallel.ForEachAsync(Passing, SideBySide, async (fault, _) =>
        {
            await using var simulator = await row.Start();
            using var bench = new FetchBench((row.Source, simulator.BaseUri));
            await Get(bench, row, isFirst: true, Patience);
            simulator.Faults.Arm(fault);
            var result = await Get(bench, row, isFirst: false, Patience);
            Assert.True(result.Missing.IsEmpty, $"{fault}: {string.Join(' ', result.Why)}");
            Assert.True(whole.SequenceEqual(bench.Contents), $"{fault}: the lake holds {string.Join(' ', bench.Contents)}, not {string.Join(' ', whole)}");
            Assert.False(bench.Holds(Key), $"{fault}: the key is in a file");
        });
    }

    [Theory, MemberData(nameof(Sources))]
    public async Task A_fault_that_stays_is_told_and_leaves_the_lake_as_it_was(string source)
    {
        var row = MatrixSource.All.Single(each => each.Source == source);
        var whole = await Unharmed(row);
        await Parallel.ForEachAsync(Lasting, SideBySide, async (fault, _) =>
        {
            await using var simulator = await row.Start();
            using var bench = new FetchBench((row.Source, simulator.BaseUri));
            await Get(bench, row, isFirst: true, Patience);
            var before = bench.Lake;
            simulator.Faults.Arm(fault with { Count = 1_000 });
            var result = await Get(bench, row, isFirst: false, fault.Kind == FaultKind.Stall ? Short : Patience);
            Assert.False(result.Missing.IsEmpty, $"{fault} was not noticed");
            Assert.True(result.Why.Any(sentence => sentence.StartsWith(row.Source + " ", StringComparison.Ordinal)), $"{fault}: nothing is said of {row.Source}: {string.Join(' ', result.Why)}");
            Assert.True(before == bench.Lake, $"{fault}: the lake has changed");
            Assert.False(bench.Holds(Key), $"{fault}: the key is in a file");

            // What was wrong is over, and an hour later: nothing of it has stayed.
            simulator.Faults.Clear();
            bench.Time.Ahead = TimeSpan.FromHours(2);
            Assert.True((await Get(bench, row, isFirst: false, Patience)).Missing.IsEmpty, $"{fault}: it is over, and the data do not come: {string.Join(' ', bench.Said)}");
            Assert.True(whole.SequenceEqual(bench.Contents), $"{fault}: other data came afterwards");
        });
    }

    [Theory, MemberData(nameof(Sources))]
    public async Task An_answer_of_another_type_is_taken_whole_or_not_at_all(string source)
    {
        var row = MatrixSource.All.Single(each => each.Source == source);
        var whole = await Unharmed(row);
        await using var simulator = await row.Start();
        using var bench = new FetchBench((row.Source, simulator.BaseUri));
        await Get(bench, row, isFirst: true, Patience);
        var before = bench.Lake;
        simulator.Faults.Arm(FaultKind.WrongType, count: 1_000);
        var result = await Get(bench, row, isFirst: false, Patience);
        Assert.True(result.Missing.IsEmpty ? whole.SequenceEqual(bench.Contents) : before == bench.Lake);
    }

    [Theory, MemberData(nameof(Sources))]
    public async Task A_source_that_is_not_there_is_told_and_leaves_the_lake_as_it_was(string source)
    {
        var row = MatrixSource.All.Single(each => each.Source == source);
        await using var simulator = await row.Start();
        using var bench = new FetchBench((row.Source, simulator.BaseUri));
        await Get(bench, row, isFirst: true, Patience);
        var before = bench.Lake;
        await simulator.DisposeAsync();
        var result = await Get(bench, row, isFirst: false, Patience);
        Assert.Contains("connection refused", Assert.Single(result.Why), StringComparison.Ordinal);
        Assert.Equal(before, bench.Lake);
    }

    static async Task<IReadOnlyList<string>> Unharmed(MatrixSource row)
    {
        await using var simulator = await row.Start();
        using var bench = new FetchBench((row.Source, simulator.BaseUri));
        await Get(bench, row, isFirst: true, Patience);
        await Get(bench, row, isFirst: false, Patience);
        Assert.NotEmpty(bench.Contents);
        return bench.Contents;
    }

    static Task<FetchResult> Get(FetchBench bench, MatrixSource row, bool isFirst, TimeSpan timeout) =>
        bench.Get(row.Symbol, row.Bars, isFirst ? row.First : row.Second, timeout);
}
