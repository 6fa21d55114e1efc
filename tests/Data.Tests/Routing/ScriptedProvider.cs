using System.Globalization;
using System.Text;
using Workbench.Data.Providers;

namespace Workbench.Data.Tests.Routing;

/// <summary>A source that has a tick in each hour, as CSV, and fails where a test says so. Its bids are its own, so that one sees whose a day is.</summary>
sealed class ScriptedProvider(string name, decimal bid) : IDataProvider
{
    /// <summary>What it does in the place of an answer: null to answer.</summary>
    public Func<Piece, Exception?> Fault { get; set; } = static _ => null;

    /// <summary>Rows that stand in an answer instead of its own: null for its own.</summary>
    public Func<Piece, string?> Rows { get; set; } = static _ => null;

    /// <summary>Called before each answer.</summary>
    public Action<Piece> Asking { get; set; } = static _ => { };

    /// <summary>What it was asked for, in order.</summary>
    public List<string> Asked { get; } = [];

    public string? Denies { get; init; }

    public ProviderProfile Profile { get; } = new(name, "ticks of a test")
    {
        Offers = [new Offer(Capability.HistoricalTicks)],
        Address = new Uri("http://127.0.0.1/"),
        Format = "csv",
        Parallel = 1,
    };

    public string? Refusal(DataWant want) => Denies;

    public IReadOnlyList<Piece> Plan(DataWant want, long now)
    {
        var pieces = new List<Piece>();
        for (var from = UtcNanos.Floor(want.Range.From, UtcNanos.Hour); from < Math.Min(want.Range.To, now); from += UtcNanos.Hour)
        {
            pieces.Add(new Piece(Name(from) + ".csv", Name(from), new TimeRange(from, from + UtcNanos.Hour)));
        }

        return pieces;
    }

    public Task<byte[]> Fetch(Piece piece, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        Asking(piece);
        Asked.Add(piece.Request);
        return Fault(piece) is { } fault ? Task.FromException<byte[]>(fault) : Task.FromResult(Encoding.ASCII.GetBytes("time,bid,ask\n" + (Rows(piece) ?? string.Create(
            CultureInfo.InvariantCulture, $"{UtcNanos.ToIso(piece.Range.From + UtcNanos.Minute)},{bid},{bid + 0.0002m}\n"))));
    }

    public Task<string> Test(CancellationToken cancel) => Task.FromResult("it answers");

    static string Name(long time) => UtcNanos.ToDateTime(time).ToString("yyyyMMdd-HH", CultureInfo.InvariantCulture);
}
