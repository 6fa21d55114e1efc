using Workbench.Data.Calendars;
using Workbench.Data.Instruments;
using Workbench.Data.Lake;
using Workbench.Data.Providers;
using Workbench.Data.Routing;

namespace Workbench.Data.Tests.Routing;

/// <summary>Sources, a lake and a clock of a test's own.</summary>
sealed class FetchBench : IDisposable
{
    readonly TempFolder folder = new();

    public HandClock Clock { get; } = new();

    public ScriptedProvider First { get; init; } = new("first", 1.1m);

    public ScriptedProvider Second { get; init; } = new("second", 1.2m);

    public Instrument EurUsd { get; } = InstrumentTable.BuiltIn.Find("EURUSD");

    public ParquetLake Lake => new(Path("lake"), SessionCalendars.Find);

    public HealthBook Health => new(folder.Path, Clock);

    public IReadOnlyList<string> Log => new SourceLog(folder.Path, Clock).Last(100);

    public string Path(string name) => folder.File(name);

    public static long At(int day, int hour = 0) => UtcNanos.From(new DateTime(2024, 3, day, hour, 0, 0, DateTimeKind.Utc));

    public DataWant Want(long from, long to) => new(EurUsd, DataKind.Ticks, default, new TimeRange(from, to));

    /// <summary>Gets whole days of March 2024, as a process begun anew would.</summary>
    public Task<FetchResult> Get(int from, int to, bool refresh = false, string? source = null, CancellationToken cancel = default) =>
        Get(At(from), At(to), refresh, source, cancel);

    public Task<FetchResult> Get(long from, long to, bool refresh = false, string? source = null, CancellationToken cancel = default)
    {
        Source[] sources = [new(First, 10), new(Second, 20)];
        var router = new Router([.. sources.Where(each => source is null || each.Name == source)], Health);
        return new DataFetch(router, new SourceLog(folder.Path, Clock), Lake, Path("fetch"), Clock).Run(new FetchRequest(Want(from, to)) { Refresh = refresh, Source = source }, cancel);
    }

    /// <summary>Whose the days are, as the prices say: 1 for the first source, 2 for the second, for each tick.</summary>
    public string Owners()
    {
        using var cursor = Lake.Ticks(EurUsd, TimeRange.All);
        var batch = new TickBatch();
        var owners = "";
        while (cursor.Read(batch))
        {
            owners += string.Concat(batch.Bid.Take(batch.Count).Select(bid => bid == 110_000 ? '1' : '2'));
        }

        return owners;
    }

    public static ProviderException Down(string source) => new(ProviderFailure.Down, $"{source} could not be reached.", inner: new System.Net.Sockets.SocketException((int)System.Net.Sockets.SocketError.ConnectionRefused));

    public void Dispose() => folder.Dispose();
}
